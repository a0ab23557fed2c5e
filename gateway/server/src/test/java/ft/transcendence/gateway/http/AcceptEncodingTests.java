package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "GZIP|true",
                "deflate, gzip;q=1.0|true",
                "gzip;q=0|false",
                "gzip; q=0.000|false",
                "br|false",
                "x-gzip|false",
                "|false"
            })
    void readsTheAcceptedEncodings(@Nullable String header, boolean accepted) {
        assertThat(AcceptEncoding.allowsGzip(header)).isEqualTo(accepted);
    }
}
