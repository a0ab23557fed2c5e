package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Subgraph responses that repeat an object: it is decoded once, but each of its positions keeps its own values. */
class RepeatedObjectTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
            { query: Query }

            directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            scalar join__FieldSet
            scalar link__Import
            enum link__Purpose { SECURITY EXECUTION }
            enum join__Graph {
              CATALOG @join__graph(name: "catalog", url: "http://catalog/graphql")
              PRICES @join__graph(name: "prices", url: "http://prices/graphql")
            }
            type Query @join__type(graph: CATALOG) @join__type(graph: PRICES) {
              products: [Product] @join__field(graph: CATALOG)
            }
            type Product @join__type(graph: CATALOG, key: "id") @join__type(graph: PRICES, key: "id") {
              id: ID!
              maker: Maker @join__field(graph: CATALOG)
              price: Price
            }
            type Maker @join__type(graph: CATALOG) { name: String! city: City }
            type City @join__type(graph: CATALOG) { name: String country: String! }
            type Price @join__type(graph: CATALOG) @join__type(graph: PRICES) {
              currency: String @join__field(graph: CATALOG)
              amount: Int @join__field(graph: PRICES)
            }
            """);

    private static String product(String id, String members) {
        return "{\"__typename\":\"Product\",\"id\":\"" + id + "\"," + members + "}";
    }

    private static String products(String... products) {
        return "{\"data\":{\"products\":[" + String.join(",", products) + "]}}";
    }

    @Test
    void equalObjectsCanDifferInFieldsOfAnotherSubgraph() {
        String euros = "\"price\":{\"currency\":\"EUR\"}";
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("catalog", products(product("1", euros), product("2", euros), product("3", euros)))
                .respond("prices", """
                        {"data":{"_entities":[{"price":{"amount":10}},{"price":{"amount":20}},{"price":null}]}}""");
        assertThat(ENGINE.execute(subgraphs, "{ products { price { currency amount } } }"))
                .isEqualTo(
                        "{\"data\":{\"products\":[{\"price\":{\"currency\":\"EUR\",\"amount\":10}},"
                                + "{\"price\":{\"currency\":\"EUR\",\"amount\":20}},{\"price\":{\"currency\":\"EUR\",\"amount\":null}}]}}");
    }

    @Test
    void failureAtOnePositionDoesNotAffectEqualObjects() {
        String euros = "\"price\":{\"currency\":\"EUR\"}";
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("catalog", products(product("1", euros), product("2", euros), product("3", euros)))
                .respond("prices", """
                        {"data":{"_entities":[{"price":{"amount":10}},null,{"price":{"amount":30}}]},
                         "errors":[{"message":"not priced","path":["_entities",1]}]}""");
        assertThat(ENGINE.execute(subgraphs, "{ products { price { currency amount } } }"))
                .isEqualTo("{\"data\":{\"products\":[{\"price\":{\"currency\":\"EUR\",\"amount\":10}},"
                        + "{\"price\":{\"currency\":\"EUR\",\"amount\":null}},{\"price\":{\"currency\":\"EUR\",\"amount\":30}}]},"
                        + "\"errors\":[{\"message\":\"not priced\",\"path\":[\"products\",1],"
                        + "\"extensions\":{\"code\":\"DOWNSTREAM_SERVICE_ERROR\",\"service\":\"prices\"}}]}");
    }

    @Test
    void eachPositionOfAnIncompleteObjectHasItsError() {
        String incomplete = "\"maker\":{\"name\":\"Ann\",\"city\":{\"name\":\"Paris\",\"country\":null}}";
        String complete = "\"maker\":{\"name\":\"Bob\",\"city\":{\"name\":\"Lyon\",\"country\":\"FR\"}}";
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "catalog",
                        products(
                                product("1", complete),
                                product("2", incomplete),
                                product("3", incomplete),
                                product("4", complete)));
        String response = ENGINE.execute(subgraphs, "{ products { maker { name city { name country } } } }");
        assertThat(response)
                .startsWith("{\"data\":{\"products\":["
                        + "{\"maker\":{\"name\":\"Bob\",\"city\":{\"name\":\"Lyon\",\"country\":\"FR\"}}},"
                        + "{\"maker\":{\"name\":\"Ann\",\"city\":null}},{\"maker\":{\"name\":\"Ann\",\"city\":null}},"
                        + "{\"maker\":{\"name\":\"Bob\",\"city\":{\"name\":\"Lyon\",\"country\":\"FR\"}}}]}")
                .contains(
                        "\"path\":[\"products\",1,\"maker\",\"city\",\"country\"]",
                        "\"path\":[\"products\",2,\"maker\",\"city\",\"country\"]");
    }

    @Test
    void objectsWithACommonPrefixAreNotEqual() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "catalog",
                        products(
                                product("1", "\"maker\":{\"name\":\"The makers of many things, 1\"}"),
                                product("2", "\"maker\":{\"name\":\"The makers of many things, 2\"}"),
                                product("3", "\"maker\":{\"name\":\"The makers of many things, 1\"}")));
        assertThat(ENGINE.execute(subgraphs, "{ products { maker { name } } }"))
                .isEqualTo("{\"data\":{\"products\":[{\"maker\":{\"name\":\"The makers of many things, 1\"}},"
                        + "{\"maker\":{\"name\":\"The makers of many things, 2\"}},"
                        + "{\"maker\":{\"name\":\"The makers of many things, 1\"}}]}}");
    }
}
