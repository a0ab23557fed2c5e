package ft.transcendence.federation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTests {

    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Test
    void writesWhatJacksonReadsBack() {
        for (long seed = RandomJson.FIRST_SEED; seed < RandomJson.FIRST_SEED + 3_000; seed++) {
            Object value = new RandomJson(seed).value(4);
            JsonWriter writer = new JsonWriter(0);
            writer.writeValue(value);
            assertThat(JACKSON.readTree(writer.toByteArray())
                            .equals(JACKSON.readTree(JACKSON.writeValueAsBytes(value))))
                    .as("seed %d: %s", seed, writer)
                    .isTrue();
        }
    }

    @Test
    void escapesWhatJsonRequires() {
        assertThat(new String(JsonWriter.quoted("a\"\\\n\u0001/é"), StandardCharsets.UTF_8))
                .isEqualTo("\"a\\\"\\\\\\n\\u0001/é\"");
    }

    @Test
    void writesALoneSurrogateAsAnEscape() {
        byte[] json = JsonWriter.quoted("a\ud83d");
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("\"a\\ud83d\"");
        assertThat(new JsonReader(json).readString()).isEqualTo("a\ud83d");
    }

    @Test
    void writesNumbersWithoutExpandingExponents() {
        JsonWriter writer = new JsonWriter(0);
        writer.writeValue(List.of(new BigDecimal("1E+1000000"), 1L, 0.5, Double.NaN));
        assertThat(writer).hasToString("[1E+1000000,1,0.5,null]");
    }

    @Test
    void truncatesTheLatestOutput() {
        JsonWriter writer = new JsonWriter(0);
        writer.writeAscii("[1");
        int mark = writer.size();
        writer.writeAscii(",2,3");
        writer.truncate(mark);
        writer.write(']');
        assertThat(writer).hasToString("[1]");
        assertThatThrownBy(() -> writer.truncate(10)).isInstanceOf(IllegalArgumentException.class);
    }
}
