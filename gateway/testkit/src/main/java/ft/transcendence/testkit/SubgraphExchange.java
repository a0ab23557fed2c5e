package ft.transcendence.testkit;

import ft.transcendence.testkit.json.Json;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a subgraph, and its response.
 *
 * @param response the response as the GraphQL specification describes it, with {@code data}, {@code errors} or both; null if there is none
 * @param failure why there is no response; null if there is one, or if it is not there yet
 */
public record SubgraphExchange(
        SubgraphCall call,
        @Nullable Map<String, @Nullable Object> response,
        @Nullable Throwable failure) {

    static SubgraphExchange begun(SubgraphCall call) {
        return new SubgraphExchange(call, null, null);
    }

    /** The subgraph's name. */
    public String subgraph() {
        return call.subgraph();
    }

    /** The GraphQL document, as the engine wrote it. */
    public String query() {
        return call.query();
    }

    /** The values of the variables, representations among them. */
    public Map<String, @Nullable Object> variables() {
        return call.variables();
    }

    /** What entities are requested, in the order of the request; empty if the request is for root fields. */
    public List<Map<String, @Nullable Object>> representations() {
        return Documents.representationVariables(query()).stream()
                .map(variables()::get)
                .filter(Collection.class::isInstance)
                .flatMap(values -> ((Collection<?>) values).stream())
                .map(Json::object)
                .toList();
    }

    /** The same for one type of entities. */
    public List<Map<String, @Nullable Object>> representations(String type) {
        return representations().stream()
                .filter(representation -> type.equals(representation.get("__typename")))
                .toList();
    }

    /** The request with its response, for people. */
    @Override
    public String toString() {
        String variables = variables().isEmpty() ? "" : "variables " + Json.write(variables()) + "\n";
        return subgraph() + "\n" + (Documents.pretty(query()) + "\n" + variables + outcome()).indent(2);
    }

    private String outcome() {
        if (failure != null) {
            return "failed " + failure;
        }
        return response == null ? "no response yet" : "response " + Json.write(response);
    }
}
