package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMemoryEstimateTests {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aLongTextWeighsWhatItsCharactersTake() {
        assertThat(RequestMemoryEstimate.of("\"" + "x".repeat(MEGABYTE) + "\"")).isEqualTo(2L * (MEGABYTE + 2));
    }

    /** What the JVM takes for each, at least: an empty map 56 bytes, an empty list 24, a place in a list 4. */
    @ParameterizedTest
    @ValueSource(strings = {"{},", "[],", "[[]],", "{\"a\":1},"})
    void manySmallValuesWeighManyTimesTheirLength(String value) {
        String values = "[" + value.repeat(MEGABYTE / value.length()) + "0]";
        assertThat(RequestMemoryEstimate.of(values))
                .isGreaterThan(18L * MEGABYTE)
                .isLessThan(50L * MEGABYTE);
    }

    @Test
    void bytesAndCharactersWeighTheSame() {
        String json = "{\"query\":\"{ a(b: [1,2]) }\",\"variables\":{\"c\":[{},{}]}}";
        assertThat(RequestMemoryEstimate.of(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RequestMemoryEstimate.of(json));
    }

    @Test
    void valuesInAQueryStringCountHoweverTheyAreWritten() {
        assertThat(RequestMemoryEstimate.of("/graphql?variables=%7B%22a%22%3A%5B%5D%7D"))
                .isGreaterThan(RequestMemoryEstimate.of("{\"a\":[]}"));
    }
}
