package ft.transcendence.federation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderTests {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Test
    void readsWhatJacksonReads() {
        for (long seed = RandomJson.FIRST_SEED; seed < RandomJson.FIRST_SEED + 3_000; seed++) {
            RandomJson random = new RandomJson(seed);
            byte[] json = random.loosen(JACKSON.writeValueAsString(random.value(4)));

            JsonReader reader = new JsonReader(json);
            Object read = reader.readValue();
            reader.expectEnd();

            assertThat(JACKSON.writeValueAsString(read))
                    .as("seed %d", seed)
                    .isEqualTo(JACKSON.writeValueAsString(JACKSON.readTree(json)));
        }
    }

    @Test
    void skipsExactlyTheValuesItReads() {
        for (long seed = RandomJson.FIRST_SEED; seed < RandomJson.FIRST_SEED + 3_000; seed++) {
            RandomJson random = new RandomJson(seed);
            byte[] json = random.loosen(JACKSON.writeValueAsString(random.value(4)));
            JsonReader reading = new JsonReader(json);
            reading.readValue();
            JsonReader skipping = new JsonReader(json);
            skipping.skipValue();
            assertThat(skipping.position()).as("seed %d", seed).isEqualTo(reading.position());
        }
    }

    @Test
    void refusesWhatJacksonRefuses() {
        int refused = 0;
        for (long seed = RandomJson.FIRST_SEED; seed < RandomJson.FIRST_SEED + 6_000; seed++) {
            RandomJson random = new RandomJson(seed);
            byte[] json = random.damage(random.loosen(JACKSON.writeValueAsString(random.value(3))));
            boolean expected = isRefusedByJackson(json);
            assertThat(isRefused(json, false))
                    .as("seed %d, reading %s", seed, new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            assertThat(isRefused(json, true))
                    .as("seed %d, skipping %s", seed, new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            refused += expected ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 5_900);
    }

    private static boolean isRefusedByJackson(byte[] json) {
        try {
            return JACKSON.readTree(json).isMissingNode();
        } catch (JacksonException malformed) {
            return true;
        }
    }

    private static boolean isRefused(byte[] json, boolean skipping) {
        JsonReader reader = new JsonReader(json);
        try {
            if (skipping) {
                reader.skipValue();
            } else {
                reader.readValue();
            }
            reader.expectEnd();
            return false;
        } catch (MalformedJsonException malformed) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tru",
                "nul",
                "truex",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "NaN",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"a\tb\"",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "[",
                "1 2",
                "'a'",
                "[1]]",
                "{\"a\":1 \"b\":2}"
            })
    void refusesMalformedInput(String json) {
        assertThat(isRefused(json.getBytes(StandardCharsets.UTF_8), false)).isTrue();
        assertThat(isRefused(json.getBytes(StandardCharsets.UTF_8), true)).isTrue();
    }

    @Test
    void refusesExcessiveNesting() {
        byte[] allowed = "["
                .repeat(JsonReader.MAX_DEPTH)
                .concat("]".repeat(JsonReader.MAX_DEPTH))
                .getBytes(StandardCharsets.UTF_8);
        byte[] endless = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        assertThat(isRefused(allowed, true)).isFalse();
        assertThatThrownBy(() -> new JsonReader(endless).skipValue()).hasMessageContaining("Nested deeper");
        assertThatThrownBy(() -> new JsonReader(endless).readValue()).hasMessageContaining("Nested deeper");
    }

    @Test
    void keepsNumbersExact() {
        assertThat(read("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(read("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(read("0.1")).isEqualTo(new BigDecimal("0.1"));
        assertThat(read("-1E+2")).isEqualTo(new BigDecimal("-1E+2"));
        assertThatThrownBy(() -> read("9".repeat(100_000))).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> read("1e99999999999")).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void matchesOnlyTheExpectedName() {
        JsonReader reader = new JsonReader("{ \"id\" : 1, \"ids\":2}".getBytes(StandardCharsets.UTF_8));
        reader.expect('{');
        assertThat(reader.tryName(JsonWriter.quoted("name"))).isFalse();
        assertThat(reader.tryName(JsonWriter.quoted("id"))).isTrue();
        assertThat(reader.readValue()).isEqualTo(1L);
        reader.expect(',');
        assertThat(reader.tryName(JsonWriter.quoted("id"))).isFalse();
        assertThat(reader.tryName(JsonWriter.quoted("ids"))).isTrue();
    }

    @Test
    void reportsTheRangeOfAValue() {
        byte[] json = "{\"a\": [1, {\"b\": \"c\"}] }".getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(json);
        reader.expect('{');
        reader.tryName(JsonWriter.quoted("a"));
        reader.peek();
        int from = reader.position();
        reader.skipValue();
        assertThat(new String(json, from, reader.position() - from, StandardCharsets.UTF_8))
                .isEqualTo("[1, {\"b\": \"c\"}]");
    }

    @Test
    void staysInsideItsBounds() {
        byte[] json = "[1,2]\"more".getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader();
        reader.reset(json, 0, 5);
        reader.skipValue();
        reader.expectEnd();
        reader.reset(json, 0, 4);
        assertThatThrownBy(reader::skipValue).isInstanceOf(MalformedJsonException.class);
    }

    private static @Nullable Object read(String json) {
        return new JsonReader(json.getBytes(StandardCharsets.UTF_8)).readValue();
    }
}
