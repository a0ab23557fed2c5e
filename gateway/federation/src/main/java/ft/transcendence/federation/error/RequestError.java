package ft.transcendence.federation.error;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.json.JsonWriter;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that prevents an operation from being executed.
 *
 * @param locations in the client's document; may be empty
 * @param code the stable {@code extensions.code}
 * @param details further extensions
 */
public record RequestError(String message, List<SourceLocation> locations, String code, Map<String, Object> details) {

    public RequestError {
        locations = List.copyOf(locations);
    }

    public RequestError(String message, List<SourceLocation> locations, String code) {
        this(message, locations, code, Map.of());
    }

    /** The error as an entry of {@code errors}. */
    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (!locations.isEmpty()) {
            error.put(
                    "locations", locations.stream().map(RequestError::location).toList());
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.putAll(details);
        error.put("extensions", extensions);
        return error;
    }

    private static Map<String, Integer> location(SourceLocation location) {
        Map<String, Integer> position = new LinkedHashMap<>();
        position.put("line", location.getLine());
        position.put("column", location.getColumn());
        return position;
    }

    /** The response to a request with these errors. */
    static GraphQLResponse response(GraphQLResponse.Kind kind, List<RequestError> errors) {
        JsonWriter out = new JsonWriter(256);
        List<Map<String, @Nullable Object>> entries =
                errors.stream().map(RequestError::toMap).toList();
        out.writeAscii("{\"errors\":");
        out.writeValue(entries);
        out.write('}');
        return new GraphQLResponse(kind, out.array(), out.size(), entries);
    }

    /** The response to an operation that cannot be executed although it is valid. */
    static GraphQLResponse withoutData(RequestError error) {
        JsonWriter out = new JsonWriter(256);
        List<Map<String, @Nullable Object>> entries = List.of(error.toMap());
        out.writeAscii("{\"data\":null,\"errors\":");
        out.writeValue(entries);
        out.write('}');
        return new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, out.array(), out.size(), entries);
    }
}
