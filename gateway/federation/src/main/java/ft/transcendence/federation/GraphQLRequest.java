package ft.transcendence.federation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client request as the GraphQL over HTTP specification describes it, already taken out of its transport.
 *
 * <p>Variable values are plain JSON values: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Number} or null.
 *
 * @param query the GraphQL document
 * @param operationName which of the document's operations to run; null when it has only one
 * @param variables raw, uncoerced variable values by name
 * @param extensions what the client sent beside the operation; the engine does not read it
 */
public record GraphQLRequest(
        String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions) {

    public GraphQLRequest {
        variables = variables.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        extensions = extensions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A document with one operation and no variables. */
    public static GraphQLRequest of(String query) {
        return new GraphQLRequest(query, null, Map.of(), Map.of());
    }

    /** A document with one operation and its raw variable values. */
    public static GraphQLRequest of(String query, Map<String, @Nullable Object> variables) {
        return new GraphQLRequest(query, null, variables, Map.of());
    }
}
