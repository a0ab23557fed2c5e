package ft.transcendence.federation.error;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.json.JsonWriter;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that keeps an operation from being executed.
 *
 * @param locations in the client's document; may be empty
 * @param code stable, for {@code extensions.code}
 * @param details further extensions
 */
public record RequestError(String message, List<SourceLocation> locations, String code, Map<String, Object> details) {

    public RequestError {
        locations = List.copyOf(locations);
    }

    public RequestError(String message, List<SourceLocation> locations, String code) {
        this(message, locations, code, Map.of());
    }

    /** The error as it stands in a response. */
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
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("line", location.getLine());
        place.put("column", location.getColumn());
        return place;
    }

    /** The response that refuses a request because of these errors. */
    static GraphQLResponse response(GraphQLResponse.Kind kind, List<RequestError> errors) {
        JsonWriter out = new JsonWriter(256);
        out.writeAscii("{\"errors\":");
        out.writeValue(errors.stream().map(RequestError::toMap).toList());
        out.write('}');
        return new GraphQLResponse(kind, out.array(), out.size());
    }

    /** The response of an operation that was found impossible before anything was fetched. */
    static GraphQLResponse nothing(RequestError error) {
        JsonWriter out = new JsonWriter(256);
        out.writeAscii("{\"data\":null,\"errors\":");
        out.writeValue(List.of(error.toMap()));
        out.write('}');
        return new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, out.array(), out.size());
    }
}
