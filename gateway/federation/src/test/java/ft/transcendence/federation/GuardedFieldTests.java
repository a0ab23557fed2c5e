package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where {@code @authenticated}, {@code @requiresScopes} and {@code @policy} guard beyond the field that is written. */
final class GuardedFieldTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY, import: [{name: "@authenticated", as: "@login"}])
              @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
              @link(url: "https://specs.apollo.dev/policy/v0.1", as: "rule", for: SECURITY)
            { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) {
              things: [Thing] @join__field(graph: A)
              found: [Found] @join__field(graph: A)
              guardedInterface: Guarded @join__field(graph: A)
              book: Book @join__field(graph: A)
              level: Level @join__field(graph: A)
              needed: Int! @join__field(graph: A) @login
              open: Int @join__field(graph: A)
              vip: Vip @join__field(graph: A)
            }
            interface Thing @join__type(graph: A) { id: ID! title: String owner: String }
            interface Guarded @join__type(graph: A) @requiresScopes(scopes: [["read"]]) { id: ID! }
            type Book implements Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__implements(graph: A, interface: "Thing") {
              id: ID!
              title: String @join__field(graph: A) @login
              owner: String @join__field(graph: A)
              price: Int @join__field(graph: A) @requiresScopes(scopes: [["money"]])
              tax: Int @join__field(graph: B, requires: "price")
              maker: Maker @join__field(graph: A)
            }
            type Film implements Thing @join__type(graph: A) @join__implements(graph: A, interface: "Thing") {
              id: ID!
              title: String
              owner: String @requiresScopes(scopes: [["a", "b"], ["c"]])
            }
            type Song implements Guarded @join__type(graph: A) @join__implements(graph: A, interface: "Guarded") { id: ID! }
            type Maker @join__type(graph: A) { name: String! @login city: String }
            type Vip @join__type(graph: A) @rule(policies: [["vip", "adult"], ["staff"]]) { name: String }
            union Found @join__type(graph: A) @join__unionMember(graph: A, member: "Film") @join__unionMember(graph: A, member: "Vip") = Film | Vip
            enum Level @join__type(graph: A) @login { LOW HIGH }
            """;

    private static String run(ScriptedTransport subgraphs, String query, Caller caller) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(subgraphs)
                .build()
                .execute(
                        GraphQLRequest.of(query),
                        RequestContext.builder().caller(caller).build())
                .join()
                .bodyAsString();
    }

    private static ScriptedTransport answering(String data) {
        return new ScriptedTransport().answer("a", "{\"data\":" + data + "}");
    }

    private static final Caller USER = Caller.authenticated(Set.of());

    @Test
    void aGuardOnAnImplementationHoldsWhereTheInterfaceIsAsked() {
        ScriptedTransport subgraphs = answering(
                "{\"things\":[{\"__typename\":\"Book\",\"owner\":\"o\"},{\"__typename\":\"Film\",\"title\":\"f\"}]}");
        assertThat(run(subgraphs, "{ things { title owner } }", Caller.anonymous()))
                .startsWith(
                        "{\"data\":{\"things\":[{\"title\":null,\"owner\":\"o\"},{\"title\":\"f\",\"owner\":null}]},\"errors\":[");
        assertThat(subgraphs.requests().getFirst())
                .contains("...on Film{title}", "...on Book{owner}")
                .doesNotContain("things{title", "things{owner");
    }

    @Test
    void oneOfTheAlternativesIsEnough() {
        for (Set<String> scopes : List.of(Set.of("c"), Set.of("a", "b"))) {
            assertThat(run(
                            answering("{\"things\":[{\"__typename\":\"Film\",\"owner\":\"o\"}]}"),
                            "{ things { owner } }",
                            Caller.authenticated(scopes)))
                    .isEqualTo("{\"data\":{\"things\":[{\"owner\":\"o\"}]}}");
        }
        assertThat(run(
                        answering("{\"things\":[{\"__typename\":\"Film\"}]}"),
                        "{ things { owner } }",
                        Caller.authenticated(Set.of("a"))))
                .startsWith("{\"data\":{\"things\":[{\"owner\":null}]},\"errors\":[")
                .contains("FORBIDDEN");
    }

    @Test
    void aGuardedInterfaceGuardsTheFieldsThatGiveIt() {
        ScriptedTransport subgraphs = answering("{\"open\":1}");
        assertThat(run(subgraphs, "{ guardedInterface { id } open }", USER))
                .startsWith("{\"data\":{\"guardedInterface\":null,\"open\":1},\"errors\":[");
        assertThat(subgraphs.requests().getFirst()).doesNotContain("guardedInterface");
    }

    @Test
    void aGuardedMemberOfAUnionShowsNothingButItsType() {
        ScriptedTransport subgraphs =
                answering("{\"found\":[{\"__typename\":\"Vip\"},{\"__typename\":\"Film\",\"title\":\"t\"}]}");
        assertThat(run(subgraphs, "{ found { __typename ... on Vip { name } ... on Film { title } } }", USER))
                .startsWith("{\"data\":{\"found\":[{\"__typename\":\"Vip\",\"name\":null},"
                        + "{\"__typename\":\"Film\",\"title\":\"t\"}]},\"errors\":[");
        assertThat(subgraphs.requests().getFirst()).doesNotContain("name}", "Vip{name");
    }

    @Test
    void policiesUnderAnotherNameCount() {
        Caller vip = new Caller(true, Set.of(), Set.of("vip", "adult"));
        assertThat(run(answering("{\"vip\":{\"name\":\"n\"}}"), "{ vip { name } }", vip))
                .isEqualTo("{\"data\":{\"vip\":{\"name\":\"n\"}}}");
        Caller child = new Caller(true, Set.of(), Set.of("vip"));
        assertThat(run(new ScriptedTransport(), "{ vip { name } }", child)).startsWith("{\"data\":{\"vip\":null}");
    }

    @Test
    void aGuardedEnumGuardsItsFields() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        assertThat(run(subgraphs, "{ level }", Caller.anonymous())).startsWith("{\"data\":{\"level\":null}");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void aFieldThatRequiresAGuardedOneIsGuardedToo() {
        ScriptedTransport subgraphs = answering("{\"book\":{\"id\":\"1\"}}");
        assertThat(run(subgraphs, "{ book { id tax } }", USER))
                .startsWith("{\"data\":{\"book\":{\"id\":\"1\",\"tax\":null}},\"errors\":[");
        assertThat(subgraphs.requests()).hasSize(1);
        assertThat(subgraphs.requests().getFirst()).doesNotContain("price");

        ScriptedTransport forMoney = answering("{\"book\":{\"id\":\"1\",\"price\":10}}")
                .answer("b", "{\"data\":{\"_entities\":[{\"tax\":2}]}}");
        assertThat(run(forMoney, "{ book { tax } }", Caller.authenticated(Set.of("money"))))
                .isEqualTo("{\"data\":{\"book\":{\"tax\":2}}}");
    }

    @Test
    void aDeniedFieldThatMayNotBeNullTakesItsParentAlong() {
        assertThat(run(answering("{\"book\":{\"id\":\"1\"}}"), "{ book { id maker { name } } }", Caller.anonymous()))
                .startsWith("{\"data\":{\"book\":{\"id\":\"1\",\"maker\":null}},\"errors\":[{")
                .doesNotContain("},{");
        assertThat(run(answering("{\"open\":1}"), "{ needed open }", Caller.anonymous()))
                .startsWith("{\"data\":null,\"errors\":[{");
    }

    @Test
    void aSiblingUnderAnotherKeyIsDeniedToo() {
        ScriptedTransport subgraphs = answering("{\"book\":{\"owner\":\"o\"}}");
        assertThat(run(subgraphs, "{ book { a: title b: title owner ... on Thing { c: title } } }", Caller.anonymous()))
                .startsWith("{\"data\":{\"book\":{\"a\":null,\"b\":null,\"owner\":\"o\",\"c\":null}},\"errors\":[");
        assertThat(subgraphs.requests().getFirst()).doesNotContain("title");
    }
}
