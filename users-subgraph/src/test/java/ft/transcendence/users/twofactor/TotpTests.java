package ft.transcendence.users.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The test vectors of RFC 6238, appendix B, reduced to six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void generatesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void acceptsOnlyTheAdjacentPeriods() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        assertThat(Totp.matches(SECRET, Totp.code(SECRET, now), now)).isTrue();
        assertThat(Totp.matches(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now))
                .isTrue();
        assertThat(Totp.matches(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now))
                .isTrue();
        assertThat(Totp.matches(SECRET, Totp.code(SECRET, now.minusSeconds(60)), now))
                .isFalse();
        assertThat(Totp.matches(SECRET, Totp.code(SECRET, now.plusSeconds(60)), now))
                .isFalse();
        assertThat(Totp.matches(SECRET, "", now)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
