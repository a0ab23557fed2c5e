package ft.transcendence.federation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's request as the GraphQL over HTTP specification describes it, independent of the transport that carried it.
 *
 * <p>Variable values are plain JSON values: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Number} or null.
 *
 * @param query the GraphQL document
 * @param operationName which of the document's operations to run; may be null if there is only one
 * @param variables raw, uncoerced variable values by name
 * @param extensions further entries that the client sent; the engine ignores them
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

    /** A document with one operation, and raw variable values by name. */
    public static GraphQLRequest of(String query, Map<String, @Nullable Object> variables) {
        return new GraphQLRequest(query, null, variables, Map.of());
    }

    /**
     * The body of a POST request, as a JSON library reads it into a map.
     *
     * @param body null for an empty body
     * @throws IllegalArgumentException if an entry is missing or has another type than GraphQL over HTTP says; the message is for the client
     */
    public static GraphQLRequest fromJson(@Nullable Map<?, ?> body) {
        if (body == null || !(body.get("query") instanceof String query)) {
            throw new IllegalArgumentException("The request needs a string 'query'");
        }
        Object name = body.get("operationName");
        if (name != null && !(name instanceof String)) {
            throw new IllegalArgumentException("'operationName' must be a string");
        }
        return new GraphQLRequest(query, (String) name, object(body, "variables"), object(body, "extensions"));
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> body, String entry) {
        Object value = body.get(entry);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("'" + entry + "' must be an object");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        members.forEach((name, member) -> object.put(String.valueOf(name), member));
        return object;
    }
}
