package ft.transcendence.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSON of which most is copied, not decoded. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads a value that others follow. */
    private static final ObjectReader INSIDE =
            MAPPER.readerFor(Object.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Reads the bytes from an offset on. The parser's offsets are relative to it. */
    static JsonParser parser(byte[] bytes, int from) {
        return MAPPER.createParser(bytes, from, bytes.length - from);
    }

    /** The value at the parser's token. Objects are maps, lists are lists. */
    static @Nullable Object value(JsonParser parser) {
        return INSIDE.readValue(parser);
    }

    /** @throws JacksonException if it is malformed */
    static @Nullable Object value(byte[] bytes, int from, int to) {
        return MAPPER.readValue(bytes, from, to - from, Object.class);
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Where the parser's token begins. */
    static int start(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }

    /** Skips the value that begins with the parser's token. Returns where it ends. */
    static int skip(JsonParser parser) {
        parser.skipChildren();
        parser.finishToken();
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    static void write(String ascii, ByteArrayOutputStream out) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
