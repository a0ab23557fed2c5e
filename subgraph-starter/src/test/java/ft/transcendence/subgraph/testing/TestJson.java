package ft.transcendence.subgraph.testing;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON in the tests of subgraphs. */
public final class TestJson {

    /** Escapes non-ASCII characters, so that even unpaired surrogates are sent. */
    private static final JsonMapper mapper =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private TestJson() {}

    public static JsonNode read(String json) {
        return mapper.readTree(json);
    }

    public static JsonNode read(byte[] utf8) {
        return read(new String(utf8, StandardCharsets.UTF_8));
    }

    public static String write(Object value) {
        return mapper.writeValueAsString(value);
    }
}
