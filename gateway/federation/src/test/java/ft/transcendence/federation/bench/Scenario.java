package ft.transcendence.federation.bench;

import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.Json;
import java.util.Locale;
import java.util.Map;

/** An operation that is measured. */
enum Scenario {
    /** Seven levels deep, an answer of about 90 KB. */
    HEAVY(Shop.HEAVY, Map.of()),
    /** One field's object of one subgraph. */
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

    /** The right answer: that of one server that has all the data itself. */
    Map<String, Object> answer() {
        return Shop.answer(query, variables);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
