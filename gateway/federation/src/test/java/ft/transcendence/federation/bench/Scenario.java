package ft.transcendence.federation.bench;

import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.Json;
import java.util.Locale;
import java.util.Map;

/** An operation to measure. */
enum Scenario {
    /** Seven levels deep, with a response of about 90 KB. */
    HEAVY(Shop.HEAVY, Map.of()),
    /** One object of one subgraph. */
    SMALL(Shop.SMALL, Map.of()),
    /** Three objects of one subgraph, completed by another. */
    JOIN(Shop.JOIN, Map.of("n", 3));

    private final String query;
    private final Map<String, Object> variables;

    Scenario(String query, Map<String, Object> variables) {
        this.query = query;
        this.variables = variables;
    }

    /** The request's body. */
    byte[] body() {
        return Json.bytes(Map.of("query", query, "variables", variables));
    }

    /** The correct response: that of one server with all the data. */
    Map<String, Object> expectedResponse() {
        return Shop.response(query, variables);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
