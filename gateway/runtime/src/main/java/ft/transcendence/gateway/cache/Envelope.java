package ft.transcendence.gateway.cache;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of a GraphQL response.
 *
 * @param data the offset of its data in the body; -1 if it is null or missing
 */
@SuppressWarnings("ArrayRecordComponent")
record Envelope(byte[] body, int data, List<?> errors, Map<?, ?> extensions) {
    /** Null if it is not a GraphQL response. */
    static @Nullable Envelope of(byte[] body) {
        try (JsonParser parser = Json.parser(body, 0)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? read(body, parser) : null;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static @Nullable Envelope read(byte[] body, JsonParser parser) {
        int data = -1;
        List<?> errors = List.of();
        Map<?, ?> extensions = Map.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "data" -> {
                    data = value == JsonToken.START_OBJECT ? Json.start(parser) : -1;
                    parser.skipChildren();
                }
                case "errors" -> errors = Json.value(parser) instanceof List<?> list ? list : List.of();
                case "extensions" -> extensions = Json.value(parser) instanceof Map<?, ?> map ? map : Map.of();
                default -> parser.skipChildren();
            }
        }
        return parser.nextToken() == null ? new Envelope(body, data, errors, extensions) : null;
    }

    boolean isWithoutErrors() {
        return data >= 0 && errors.isEmpty();
    }
}
