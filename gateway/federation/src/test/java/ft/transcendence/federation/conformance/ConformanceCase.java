package ft.transcendence.federation.conformance;

import ft.transcendence.federation.subgraphs.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation and the response that a gateway must give.
 *
 * @param data the expected data; null if there must be none
 * @param hasErrors whether the response must have errors; otherwise it must have none
 * @param bestKnownRequests the smallest number of subgraph requests known
 */
record ConformanceCase(
        String name,
        String operation,
        Map<String, @Nullable Object> variables,
        @Nullable Object data,
        boolean hasErrors,
        int bestKnownRequests) {

    static ConformanceCase of(Map<String, @Nullable Object> entry) {
        Object variables = entry.get("variables");
        return new ConformanceCase(
                String.valueOf(entry.get("name")),
                String.valueOf(entry.get("operation")),
                variables == null ? Map.of() : Json.fields(variables),
                entry.get("data"),
                Boolean.TRUE.equals(entry.get("errors")),
                entry.get("requests") instanceof Number requests ? requests.intValue() : 0);
    }

    /** The same case with a unique id instead of {@code {{rand}}}. */
    ConformanceCase withId(String id) {
        return new ConformanceCase(
                name,
                operation.replace("{{rand}}", id),
                Json.fields(Json.read(Json.text(variables).replace("{{rand}}", id))),
                Json.read(Json.text(data).replace("{{rand}}", id)),
                hasErrors,
                bestKnownRequests);
    }
}
