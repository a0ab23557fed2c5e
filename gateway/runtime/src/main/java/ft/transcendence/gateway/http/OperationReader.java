package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.document.DocumentName;
import ft.transcendence.gateway.document.Documents;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
 * Reads the operation of a request: the JSON body of a POST, or the query parameters of a GET. A request sends its document, or names
 * one that the gateway knows. Unknown members are ignored, as
 * the specification requires; a member of the wrong type is an error.
 */
@Component
final class OperationReader {
    private static final int DEEPEST_NESTING = 64;
    /** The extension that names a document by its hash. */
    private static final String PERSISTED_QUERY = "persistedQuery";

    private final Documents documents;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    OperationReader(Documents documents) {
        this.documents = documents;
    }

    GraphQLRequest fromBody(byte[] body) {
        return read(body, parser -> {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                throw new GatewayErrorException(GatewayError.BATCHING_NOT_SUPPORTED);
            }
            if (first != JsonToken.START_OBJECT) {
                throw malformed("The body must be a JSON object");
            }
            return request(readMembers(parser));
        });
    }

    /**
     * The operations of a batch, in order.
     *
     * @param body a JSON array
     * @param most how many operations are accepted
     */
    List<BatchEntry> fromBatch(byte[] body, int most) {
        return read(body, parser -> {
            parser.nextToken();
            List<BatchEntry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw malformed("Each entry of a batch must be a JSON object");
                }
                if (entries.size() == most) {
                    throw new GatewayErrorException(
                            GatewayError.BATCH_TOO_LARGE, "A batch may have at most " + most + " operations");
                }
                entries.add(entry(readMembers(parser)));
            }
            if (entries.isEmpty()) {
                throw malformed("The batch is empty");
            }
            return List.copyOf(entries);
        });
    }

    private BatchEntry entry(Members members) {
        try {
            return new BatchEntry.Operation(request(members));
        } catch (GatewayErrorException refused) {
            return new BatchEntry.Refused(refused);
        }
    }

    private <T> T read(byte[] body, Function<JsonParser, T> value) {
        try (JsonParser parser = json.createParser(body)) {
            T result = value.apply(parser);
            if (parser.nextToken() != null) {
                throw malformed("The body must be one JSON value");
            }
            return result;
        } catch (JacksonException e) {
            throw malformed("The body is not well-formed JSON");
        }
    }

    /** The members of a request as it was sent. */
    private record Members(
            @Nullable String query,
            @Nullable String documentId,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            Map<String, @Nullable Object> extensions) {}

    private Members readMembers(JsonParser parser) {
        String query = null;
        String operationName = null;
        String documentId = null;
        Map<String, @Nullable Object> variables = Map.of();
        Map<String, @Nullable Object> extensions = Map.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "query" -> query = readString(parser, value, name);
                case "documentId" -> documentId = readString(parser, value, name);
                case "operationName" -> operationName = readString(parser, value, name);
                case "variables" -> variables = readObject(parser, value, name);
                case "extensions" -> extensions = readObject(parser, value, name);
                default -> parser.skipChildren();
            }
        }
        return new Members(query, documentId, operationName, variables, extensions);
    }

    /** @param uri path and query as sent */
    GraphQLRequest fromQueryString(String uri) {
        Map<String, List<String>> parameters = new QueryStringDecoder(uri).parameters();
        return request(new Members(
                single(parameters, "query"),
                single(parameters, "documentId"),
                single(parameters, "operationName"),
                readParameter(single(parameters, "variables"), "variables"),
                readParameter(single(parameters, "extensions"), "extensions")));
    }

    private GraphQLRequest request(Members members) {
        String operationName = members.operationName();
        boolean unnamed = operationName == null || operationName.isEmpty();
        return newRequest(document(members), unnamed ? null : operationName, members.variables(), members.extensions());
    }

    // NullAway does not see the type arguments' nullness on a record of another module
    @SuppressWarnings("NullAway")
    private static GraphQLRequest newRequest(
            String document,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            Map<String, @Nullable Object> extensions) {
        return new GraphQLRequest(document, operationName, variables, extensions);
    }

    private String document(Members members) {
        DocumentName name = nameOf(members);
        String query = members.query();
        if (query != null && !query.isEmpty()) {
            return documents.sent(query, name);
        }
        if (name != null) {
            return documents.named(name);
        }
        throw members.extensions().get(PERSISTED_QUERY) == null
                ? malformed("The request has no query")
                : new GatewayErrorException(GatewayError.PERSISTED_QUERY_NOT_SUPPORTED);
    }

    private static @Nullable DocumentName nameOf(Members members) {
        String documentId = members.documentId();
        if (documentId != null && !documentId.isEmpty()) {
            return new DocumentName(documentId, DocumentName.Kind.DOCUMENT_ID);
        }
        return members.extensions().get(PERSISTED_QUERY) instanceof Map<?, ?> query
                        && query.get("sha256Hash") instanceof String hash
                        && query.get("version") instanceof Integer version
                        && version == 1
                ? new DocumentName(hash, DocumentName.Kind.PERSISTED_QUERY)
                : null;
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
