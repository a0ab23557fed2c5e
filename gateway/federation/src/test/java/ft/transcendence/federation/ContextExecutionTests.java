package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContextExecutionTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)
              @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
            { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) {
              shops: [Shop] @join__field(graph: A)
              secrets: [Vault] @join__field(graph: A)
            }
            type Shop @join__type(graph: A) @context(name: "a__money") {
              currency: String
              coins: [Coin]
              items: [Item]
            }
            type Vault @join__type(graph: A) @context(name: "a__secret") {
              secret: String @authenticated
              items: [Item]
            }
            type Coin @join__type(graph: A) { name: String }
            type Item @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              price: Int @join__field(graph: A, contextArguments: [
                {context: "a__money", name: "currency", type: "String", selection: "{ currency }"}])
              strict: Int @join__field(graph: A, contextArguments: [
                {context: "a__money", name: "currency", type: "String!", selection: "{ currency }"}])
              paid: Int @join__field(graph: A, contextArguments: [
                {context: "a__money", name: "coins", type: "[String]", selection: "{ coins { name } }"}])
              kept: Int @join__field(graph: A, contextArguments: [
                {context: "a__secret", name: "secret", type: "String", selection: "{ secret }"}])
              part: Part @join__field(graph: B)
            }
            type Part @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              price: Int @join__field(graph: A, contextArguments: [
                {context: "a__money", name: "currency", type: "String", selection: "{ currency }"}])
            }
            """);

    @Test
    void entitiesWithEqualContextValuesShareAnEntitiesField() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("a", """
                        {"data":{"shops":[
                          {"currency":"EUR","items":[{"id":"1"},{"id":"2"}]},
                          {"currency":"USD","items":[{"id":"1"}]},
                          {"currency":"EUR","items":[{"id":"1"},{"id":"3"}]}]}}""").respond("a", """
                        {"data":{"entities0":[{"price":10},{"price":20},{"price":30}],"entities1":[{"price":11}]}}""");
        assertThat(ENGINE.execute(subgraphs, "{ shops { items { price } } }"))
                .isEqualTo("{\"data\":{\"shops\":[{\"items\":[{\"price\":10},{\"price\":20}]},"
                        + "{\"items\":[{\"price\":11}]},{\"items\":[{\"price\":10},{\"price\":30}]}]}}");
        assertThat(subgraphs.requests()).hasSize(2);
        assertThat(subgraphs.requests().get(1))
                .isEqualTo("a {\"query\":\"query($representations0:[_Any!]!,$representations1:[_Any!]!,"
                        + "$context0:String,$context0_:String){"
                        + "entities0:_entities(representations:$representations0){...on Item{price(currency: $context0)}} "
                        + "entities1:_entities(representations:$representations1){...on Item{price(currency: $context0_)}}}\","
                        + "\"variables\":{\"representations0\":[{\"__typename\":\"Item\",\"id\":\"1\"},"
                        + "{\"__typename\":\"Item\",\"id\":\"2\"},{\"__typename\":\"Item\",\"id\":\"3\"}],\"context0\":\"EUR\","
                        + "\"representations1\":[{\"__typename\":\"Item\",\"id\":\"1\"}],\"context0_\":\"USD\"}}");
    }

    @Test
    void missingValueIsSentAsNullOrTheEntityIsNotFetched() {
        String shops = "{\"data\":{\"shops\":[{\"currency\":null,\"items\":[{\"id\":\"1\"}]}]}}";
        ScriptedTransport lenient =
                new ScriptedTransport().respond("a", shops).respond("a", "{\"data\":{\"_entities\":[{\"price\":1}]}}");
        assertThat(ENGINE.execute(lenient, "{ shops { items { price } } }"))
                .isEqualTo("{\"data\":{\"shops\":[{\"items\":[{\"price\":1}]}]}}");
        assertThat(lenient.requests().get(1)).contains("\"context0\":null");

        ScriptedTransport strict = new ScriptedTransport().respond("a", shops);
        assertThat(ENGINE.execute(strict, "{ shops { items { strict } } }"))
                .isEqualTo("{\"data\":{\"shops\":[{\"items\":[{\"strict\":null}]}]}}");
        assertThat(strict.requests()).hasSize(1);
    }

    @Test
    void valueCanBeAList() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "a",
                        "{\"data\":{\"shops\":[{\"coins\":[{\"name\":\"c\"},null,{\"name\":\"d\"}],\"items\":[{\"id\":\"1\"}]}]}}")
                .respond("a", "{\"data\":{\"_entities\":[{\"paid\":1}]}}");
        assertThat(ENGINE.execute(subgraphs, "{ shops { items { paid } } }"))
                .isEqualTo("{\"data\":{\"shops\":[{\"items\":[{\"paid\":1}]}]}}");
        assertThat(subgraphs.requests().get(1))
                .contains("$context0:[String]")
                .contains("\"context0\":[\"c\",null,\"d\"]");
    }

    @Test
    void oneEntityAtTwoPositionsHasTwoContextValues() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("a", """
                        {"data":{"shops":[
                          {"currency":"EUR","items":[{"id":"1"}]},
                          {"currency":"USD","items":[{"id":"1"}]}]}}""")
                .respond("b", "{\"data\":{\"_entities\":[{\"part\":{\"id\":\"7\"}}]}}")
                .respond("a", "{\"data\":{\"entities0\":[{\"price\":10}],\"entities1\":[{\"price\":11}]}}");
        assertThat(ENGINE.execute(subgraphs, "{ shops { items { part { price } } } }"))
                .isEqualTo("{\"data\":{\"shops\":[{\"items\":[{\"part\":{\"price\":10}}]},"
                        + "{\"items\":[{\"part\":{\"price\":11}}]}]}}");
    }

    @Test
    void protectedValueProtectsTheFieldThatUsesIt() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("a", "{\"data\":{\"secrets\":[{\"items\":[{\"id\":\"1\"}]}]}}");
        assertThat(ENGINE.execute(subgraphs, "{ secrets { items { id kept } } }"))
                .startsWith("{\"data\":{\"secrets\":[{\"items\":[{\"id\":\"1\",\"kept\":null}]}]},\"errors\":[")
                .contains("UNAUTHENTICATED");
        assertThat(subgraphs.requests()).hasSize(1);
        assertThat(subgraphs.requests().getFirst()).doesNotContain("secret ");

        ScriptedTransport forUsers = new ScriptedTransport()
                .respond("a", "{\"data\":{\"secrets\":[{\"secret\":\"s\",\"items\":[{\"id\":\"1\"}]}]}}")
                .respond("a", "{\"data\":{\"_entities\":[{\"kept\":1}]}}");
        assertThat(ENGINE.execute(forUsers, "{ secrets { items { kept } } }", Caller.authenticated(Set.of())))
                .isEqualTo("{\"data\":{\"secrets\":[{\"items\":[{\"kept\":1}]}]}}");
    }

    @Test
    void failedValueFailsTheFieldThatUsesItWithoutAFetch() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("a", """
                {"data":{"shops":[{"currency":null,"items":[{"id":"1"}]}]},
                 "errors":[{"message":"no bank","path":["shops",0,"currency"]}]}""");
        assertThat(ENGINE.execute(subgraphs, "{ shops { items { price } } }"))
                .startsWith(
                        "{\"data\":{\"shops\":[{\"items\":[{\"price\":null}]}]},\"errors\":[{\"message\":\"no bank\"");
        assertThat(subgraphs.requests()).hasSize(1);
    }
}
