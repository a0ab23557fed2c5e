package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingLoginSealTests {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final PendingLogin LOGIN = new PendingLogin(
            "the-state",
            "the-nonce",
            "the-verifier",
            "http://pong.example/code",
            "/matches/1?a=ü",
            PendingLogin.Freshness.ANEW,
            NOW);

    @Test
    void keepsALogin() {
        PendingLoginSeal seal = seal(SECRET, Duration.ZERO);

        assertThat(seal.open(seal.seal(LOGIN))).hasValue(LOGIN);
    }

    @Test
    void showsNothingOfIt() {
        assertThat(seal(SECRET, Duration.ZERO).seal(LOGIN)).doesNotContain("the-state", "verifier", "matches");
        assertThat(LOGIN.toString()).doesNotContain("the-state", "the-nonce", "the-verifier");
    }

    @Test
    void isOpenedByWhoeverSharesTheSecret() {
        assertThat(seal(SECRET, Duration.ofMinutes(1))
                        .open(seal(SECRET, Duration.ZERO).seal(LOGIN)))
                .hasValue(LOGIN);
        assertThat(seal(SECRET + "1", Duration.ZERO)
                        .open(seal(SECRET, Duration.ZERO).seal(LOGIN)))
                .isEmpty();
    }

    @Test
    void isOpenedByNoOtherProcessWithoutASecret() {
        assertThat(seal("", Duration.ZERO).open(seal("", Duration.ZERO).seal(LOGIN)))
                .isEmpty();
    }

    @Test
    void isGoodForAWhile() {
        String sealed = seal(SECRET, Duration.ZERO).seal(LOGIN);

        assertThat(seal(SECRET, Duration.ofMinutes(30).minusMillis(1)).open(sealed))
                .hasValue(LOGIN);
        assertThat(seal(SECRET, Duration.ofMinutes(30)).open(sealed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "a.b.c.d.e", "....", "eyJhbGciOiJub25lIn0.e30."})
    void opensNothingElse(String other) {
        assertThat(seal(SECRET, Duration.ZERO).open(other)).isEmpty();
    }

    @Test
    void noticesEveryChange() {
        PendingLoginSeal seal = seal(SECRET, Duration.ZERO);
        String sealed = seal.seal(LOGIN);

        for (int i = 0; i < sealed.length(); i += 7) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.open(sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEmpty();
        }
    }

    private static PendingLoginSeal seal(String secret, Duration later) {
        return new PendingLoginSeal(secret, Duration.ofMinutes(30), Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }
}
