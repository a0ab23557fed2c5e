package ft.transcendence.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevokedSessionsTests {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private Instant now = START;
    private final RevokedSessions sessions = new RevokedSessions(() -> now, 3);

    @Test
    void keepsALimitedNumberOfTheLatestRevocations() {
        for (int i = 0; i < 1_000; i++) {
            now = START.plusSeconds(i);
            sessions.revoke("session-" + i);
        }

        assertThat(sessions.remembered()).isEqualTo(3);
        assertThat(isRevoked("session-999", now)).isTrue();
        assertThat(isRevoked("another", now)).isFalse();
    }

    @Test
    void revocationForgottenForItsNumberRevivesNoSession() {
        Instant issuedAt = START.minusSeconds(1);
        sessions.revoke("stolen");
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(60);
            sessions.revoke("session-" + i);
        }

        assertThat(isRevoked("stolen", issuedAt)).isTrue();
        assertThat(isRevoked("another", START.plusSeconds(1)))
                .as("issued after all that was forgotten")
                .isFalse();
    }

    @Test
    void revocationForgottenForItsAgeRevivesNoSession() {
        sessions.revoke("stolen");
        now = START.plus(Duration.ofHours(2));
        sessions.revoke("session");

        assertThat(sessions.remembered()).isEqualTo(1);
        assertThat(isRevoked("stolen", START)).isTrue();
        assertThat(isRevoked("another", now)).isFalse();
    }

    @Test
    void repeatedRevocationIsForgottenByItsLatestTime() {
        for (int i = 0; i < 100; i++) {
            now = START.plusSeconds(i);
            sessions.revokeAllOf("player", now);
        }
        now = now.plusSeconds(1);

        assertThat(sessions.remembered()).isEqualTo(1);
        assertThat(isRevoked("another", START)).as("nothing was forgotten").isFalse();
        sessions.revokeAllOf("player", START);
        assertThat(sessions.contains(caller("player", "session", START.plusSeconds(99))))
                .as("a late revocation cancels no other")
                .isTrue();
    }

    @Test
    void revocationThatIsReadAgainDisplacesNoOther() {
        Revocation old = new Revocation("stolen", Instant.MAX, START.minusSeconds(60));
        Revocation newer = new Revocation("session", Instant.MAX, START.minusSeconds(30));
        for (int i = 0; i < 10; i++) {
            sessions.add(old);
            sessions.add(newer);
        }

        assertThat(sessions.remembered()).isEqualTo(2);
        assertThat(isRevoked("another", START.minusSeconds(120)))
                .as("nothing was forgotten")
                .isFalse();
    }

    @Test
    void revocationsOfOtherGatewaysAreForgottenByTheTimeOfTheirRevocation() {
        for (int i = 0; i < 4; i++) {
            sessions.add(new Revocation("session-" + i, Instant.MAX, START.minusSeconds(40 - i)));
        }

        assertThat(isRevoked("another", START.minusSeconds(39))).isFalse();
        assertThat(isRevoked("session-0", START.minusSeconds(40))).isTrue();
    }

    private boolean isRevoked(String session, Instant issuedAt) {
        return sessions.contains(caller("user", session, issuedAt));
    }

    private static CallerIdentity caller(String subject, String session, Instant issuedAt) {
        return new CallerIdentity(
                Caller.authenticated(Set.of()),
                subject,
                null,
                Instant.MAX,
                new CallerIdentity.Login(session, issuedAt));
    }
}
