package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.body.ContentCoding;
import java.util.Optional;
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
                "x-gzip|true",
                "|false"
            })
    void readsTheAcceptedEncodings(@Nullable String header, boolean accepted) {
        assertThat(AcceptEncoding.allowsGzip(header)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip, deflate, br, zstd|ZSTD",
                "gzip, br|BROTLI",
                "gzip, br;q=0.5|GZIP",
                "zstd;q=0, BR|BROTLI",
                "gzip;q=nonsense|none",
                "deflate, *|none",
                "none|none"
            })
    void choosesTheCodingThatTheClientPrefers(@Nullable String header, @Nullable ContentCoding expected) {
        assertThat(AcceptEncoding.preferred(header)).isEqualTo(Optional.ofNullable(expected));
    }
}
