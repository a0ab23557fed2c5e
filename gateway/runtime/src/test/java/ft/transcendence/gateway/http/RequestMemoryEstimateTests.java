package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMemoryEstimateTests {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void longTextCountsItsCharacters() {
        assertThat(RequestMemoryEstimate.of("\"" + "x".repeat(MEGABYTE) + "\"")).isEqualTo(2L * (MEGABYTE + 2));
    }

    /** The minimum that the JVM allocates: 56 bytes for an empty map, 24 for an empty list, 4 for an entry of a list. */
    @ParameterizedTest
    @ValueSource(strings = {"{},", "[],", "[[]],", "{\"a\":1},"})
    void smallValuesCountManyTimesTheirLength(String value) {
        String values = "[" + value.repeat(MEGABYTE / value.length()) + "0]";
        assertThat(RequestMemoryEstimate.of(values))
                .isGreaterThan(18L * MEGABYTE)
                .isLessThan(50L * MEGABYTE);
    }

    @Test
    void bytesAndCharactersCountTheSame() {
        String json = "{\"query\":\"{ a(b: [1,2]) }\",\"variables\":{\"c\":[{},{}]}}";
        assertThat(RequestMemoryEstimate.of(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RequestMemoryEstimate.of(json));
    }

    @Test
    void valuesInAQueryStringCountEncodedOrNot() {
        assertThat(RequestMemoryEstimate.of("/graphql?variables=%7B%22a%22%3A%5B%5D%7D"))
                .isGreaterThan(RequestMemoryEstimate.of("{\"a\":[]}"));
    }
}
