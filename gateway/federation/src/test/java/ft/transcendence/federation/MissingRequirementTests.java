package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** If a requirement is missing, the fields that need it are not fetched, and all others are. */
final class MissingRequirementTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "http://b") C @join__graph(name: "c", url: "http://c") }
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { products: [Product] @join__field(graph: A) }
            type Product @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
              id: ID!
              weight: Int @join__field(graph: C) @join__field(graph: B, external: true)
              size: Int @join__field(graph: C) @join__field(graph: B, external: true)
              stock: Int @join__field(graph: B)
              shipping: Int @join__field(graph: B, requires: "weight")
              parcel: Int @join__field(graph: B, requires: "size")
              part: Part @join__field(graph: C) @join__field(graph: B, external: true)
              packing: Int @join__field(graph: B, requires: "part { __typename ... on Bolt { width } ... on Nut { height } }")
            }
            union Part @join__type(graph: B) @join__type(graph: C) @join__unionMember(graph: B, member: "Bolt") @join__unionMember(graph: C, member: "Bolt")
              @join__unionMember(graph: B, member: "Nut") @join__unionMember(graph: C, member: "Nut") = Bolt | Nut
            type Bolt @join__type(graph: B) @join__type(graph: C) { width: Int }
            type Nut @join__type(graph: B) @join__type(graph: C) { height: Int }
            """);

    private static final String TWO = "{\"data\":{\"products\":[{\"id\":\"1\"},{\"id\":\"2\"}]}}";

    @Test
    void oneRequestFetchesCompleteAndPartialEntities() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("a", TWO).respond("c", """
                        {"data":{"_entities":[{"weight":10,"size":11},{"weight":null,"size":21}]},
                         "errors":[{"message":"no scales","path":["_entities",1,"weight"]}]}""").respond("b", """
                        {"data":{"entities0":[{"stock":1,"parcel":12,"shipping":13}],"entities1":[{"stock":2}],
                         "entities2":[{"parcel":22}],"entities3":[]}}""");

        String response = ENGINE.execute(subgraphs, "{ products { stock parcel shipping } }");

        assertThat(response)
                .startsWith("{\"data\":{\"products\":[{\"stock\":1,\"parcel\":12,\"shipping\":13},"
                        + "{\"stock\":2,\"parcel\":22,\"shipping\":null}]},\"errors\":[{\"message\":\"no scales\"");
        assertThat(response.split("\"message\"")).hasSize(2);
        assertThat(subgraphs.requests()).hasSize(3);
        assertThat(subgraphs.requests().getLast()).contains("""
                "variables":{"representations0":[{"__typename":"Product","id":"1","size":11,"weight":10}],\
                "representations1":[{"__typename":"Product","id":"2"}],\
                "representations2":[{"__typename":"Product","id":"2","size":21}],"representations3":[]}""");
    }

    @Test
    void failedFetchOmitsOnlyDependentFields() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("a", TWO).respond("c", 500, "").respond("b", """
                        {"data":{"entities0":[],"entities1":[{"stock":1},{"stock":2}],"entities2":[]}}""");

        String response = ENGINE.execute(subgraphs, "{ products { stock shipping } }");

        assertThat(response)
                .startsWith("{\"data\":{\"products\":[{\"stock\":1,\"shipping\":null},"
                        + "{\"stock\":2,\"shipping\":null}]},\"errors\":[");
        assertThat(response.split("\"message\"")).hasSize(2);
    }

    @Test
    void doesNotDivideTheRequestIfAllRequirementsArePresent() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("a", TWO)
                .respond("c", "{\"data\":{\"_entities\":[{\"weight\":10},{\"weight\":null}]}}")
                .respond(
                        "b", "{\"data\":{\"_entities\":[{\"stock\":1,\"shipping\":13},{\"stock\":2,\"shipping\":0}]}}");

        assertThat(ENGINE.execute(subgraphs, "{ products { stock shipping } }"))
                .isEqualTo("{\"data\":{\"products\":[{\"stock\":1,\"shipping\":13},{\"stock\":2,\"shipping\":0}]}}");
        assertThat(subgraphs.requests().getLast())
                .contains("_entities(representations:$representations){...on Product{stock shipping}}")
                .contains("{\"__typename\":\"Product\",\"id\":\"2\",\"weight\":null}");
    }

    @Test
    void doesNotFetchAnObjectWithoutItsKey() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("a", "{\"data\":{\"products\":[{\"id\":null},null]}}");

        assertThat(ENGINE.execute(subgraphs, "{ products { stock shipping } }"))
                .startsWith("{\"data\":{\"products\":[{\"stock\":null,\"shipping\":null},null]}");
        assertThat(subgraphs.requests()).hasSize(1);
    }

    /** The client did not select the part itself, so only the field that requires it can have the error. */
    @Test
    void unknownRuntimeTypeInARequirementIsReportedWhereItIsRequired() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("a", TWO).respond("c", """
                        {"data":{"_entities":[{"part":{"__typename":"Bolt","width":3}},{"part":{"__typename":"Rivet"}}]}}""").respond("b", """
                        {"data":{"entities0":[{"stock":1,"packing":5}],"entities1":[{"stock":2}],"entities2":[]}}""");

        assertThat(ENGINE.execute(subgraphs, "{ products { stock packing } }")).isEqualTo("""
                {"data":{"products":[{"stock":1,"packing":5},{"stock":2,"packing":null}]},"errors":[\
                {"message":"The runtime type of an object that the fields here require is unknown","path":["products",1],\
                "extensions":{"code":"INVALID_RUNTIME_TYPE"}}]}""");
    }
}
