package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingLoginCipherTests {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final PendingLogin LOGIN = new PendingLogin(
            "the-state",
            "the-nonce",
            "the-verifier",
            "http://pong.example/code",
            "/matches/1?a=ü",
            PendingLogin.Freshness.REAUTHENTICATE,
            NOW);

    @Test
    void decryptsWhatItEncrypted() {
        PendingLoginCipher cipher = cipher(SECRET, Duration.ZERO);

        assertThat(cipher.decrypt(cipher.encrypt(LOGIN))).hasValue(LOGIN);
    }

    @Test
    void revealsNothingOfTheLogin() {
        assertThat(cipher(SECRET, Duration.ZERO).encrypt(LOGIN)).doesNotContain("the-state", "verifier", "matches");
        assertThat(LOGIN.toString()).doesNotContain("the-state", "the-nonce", "the-verifier");
    }

    @Test
    void processesWithTheSameSecretDecryptIt() {
        assertThat(cipher(SECRET, Duration.ofMinutes(1))
                        .decrypt(cipher(SECRET, Duration.ZERO).encrypt(LOGIN)))
                .hasValue(LOGIN);
        assertThat(cipher(SECRET + "1", Duration.ZERO)
                        .decrypt(cipher(SECRET, Duration.ZERO).encrypt(LOGIN)))
                .isEmpty();
    }

    @Test
    void withoutASecretOnlyItsOwnProcessDecryptsIt() {
        assertThat(cipher("", Duration.ZERO).decrypt(cipher("", Duration.ZERO).encrypt(LOGIN)))
                .isEmpty();
    }

    @Test
    void expires() {
        String encrypted = cipher(SECRET, Duration.ZERO).encrypt(LOGIN);

        assertThat(cipher(SECRET, Duration.ofMinutes(30).minusMillis(1)).decrypt(encrypted))
                .hasValue(LOGIN);
        assertThat(cipher(SECRET, Duration.ofMinutes(30)).decrypt(encrypted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "a.b.c.d.e", "....", "eyJhbGciOiJub25lIn0.e30."})
    void decryptsNothingElse(String other) {
        assertThat(cipher(SECRET, Duration.ZERO).decrypt(other)).isEmpty();
    }

    @Test
    void detectsEveryChange() {
        PendingLoginCipher cipher = cipher(SECRET, Duration.ZERO);
        String encrypted = cipher.encrypt(LOGIN);

        for (int i = 0; i < encrypted.length(); i += 7) {
            char other = encrypted.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(cipher.decrypt(encrypted.substring(0, i) + other + encrypted.substring(i + 1)))
                    .isEmpty();
        }
    }

    private static PendingLoginCipher cipher(String secret, Duration later) {
        return new PendingLoginCipher(secret, Duration.ofMinutes(30), Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }
}
