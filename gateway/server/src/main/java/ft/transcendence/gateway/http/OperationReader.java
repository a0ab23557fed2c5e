package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the operation of a request: the JSON body of a POST, or the query parameters of a GET. Unknown members are ignored, as
 * the specification requires; a member of the wrong type is an error.
 */
@Component
final class OperationReader {
    private static final int DEEPEST_NESTING = 64;
    /** The extension that names a document by its hash. */
    private static final String PERSISTED_QUERY = "persistedQuery";

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    GraphQLRequest fromBody(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                throw new GatewayErrorException(GatewayError.BATCHING_NOT_SUPPORTED);
            }
            if (first != JsonToken.START_OBJECT) {
                throw malformed("The body must be a JSON object");
            }
            GraphQLRequest request = readMembers(parser);
            if (parser.nextToken() != null) {
                throw malformed("The body must be one JSON object");
            }
            return request;
        } catch (JacksonException e) {
            throw malformed("The body is not well-formed JSON");
        }
    }

    private GraphQLRequest readMembers(JsonParser parser) {
        String query = null;
        String operationName = null;
        Map<String, @Nullable Object> variables = Map.of();
        Map<String, @Nullable Object> extensions = Map.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "query" -> query = readString(parser, value, name);
                case "operationName" -> operationName = readString(parser, value, name);
                case "variables" -> variables = readObject(parser, value, name);
                case "extensions" -> extensions = readObject(parser, value, name);
                default -> parser.skipChildren();
            }
        }
        return request(query, operationName, variables, extensions);
    }

    /** @param uri path and query as sent */
    GraphQLRequest fromQueryString(String uri) {
        Map<String, List<String>> parameters = new QueryStringDecoder(uri).parameters();
        return request(
                single(parameters, "query"),
                single(parameters, "operationName"),
                readParameter(single(parameters, "variables"), "variables"),
                readParameter(single(parameters, "extensions"), "extensions"));
    }

    // NullAway does not see the type arguments' nullness on a record of another module
    @SuppressWarnings("NullAway")
    private static GraphQLRequest request(
            @Nullable String query,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            Map<String, @Nullable Object> extensions) {
        if (query == null || query.isEmpty()) {
            throw extensions.get(PERSISTED_QUERY) == null
                    ? malformed("The request has no query")
                    : new GatewayErrorException(GatewayError.PERSISTED_QUERY_NOT_SUPPORTED);
        }
        boolean unnamed = operationName == null || operationName.isEmpty();
        return new GraphQLRequest(query, unnamed ? null : operationName, variables, extensions);
    }

    private static @Nullable String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw malformed("The parameter " + name + " is given more than once");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    private Map<String, @Nullable Object> readParameter(@Nullable String text, String name) {
        if (text == null) {
            return Map.of();
        }
        try (JsonParser parser = json.createParser(text)) {
            return readObject(parser, parser.nextToken(), name);
        } catch (JacksonException e) {
            throw malformed("The parameter " + name + " is not well-formed JSON");
        }
    }

    private static @Nullable String readString(JsonParser parser, JsonToken value, String name) {
        return switch (value) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            default -> throw malformed("The member " + name + " must be a string");
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> readObject(JsonParser parser, JsonToken value, String name) {
        return switch (value) {
            case START_OBJECT -> parser.readValueAs(Map.class);
            case VALUE_NULL -> Map.of();
            default -> throw malformed("The member " + name + " must be an object");
        };
    }

    private static GatewayErrorException malformed(String message) {
        return new GatewayErrorException(GatewayError.MALFORMED_REQUEST, message);
    }
}
