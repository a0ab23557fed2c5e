package ft.transcendence.users.twofactor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores secrets that were shown to users but not confirmed with a code yet. */
@Repository
class PendingSecrets {

    /** A secret, and how many wrong codes were tried on it. */
    record Pending(byte[] secret, int failures) {}

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final Clock clock;

    PendingSecrets(JdbcClient jdbc, SecretCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Stores the secret and replaces an earlier one. Stores nothing if the account was erased in the meantime. */
    void put(UUID user, byte[] secret, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO pending_two_factor (user_id, secret, expires_at)
                        SELECT id, :secret, :expiresAt FROM profile WHERE id = :user AND active FOR SHARE
                        ON CONFLICT (user_id) DO UPDATE
                        SET secret = excluded.secret, expires_at = excluded.expires_at, failures = 0
                        """)
                .param("user", user)
                .param("secret", cipher.encrypt(user, secret))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The user's secret unless it expired. It stays locked until the transaction ends, so that attempts are counted one
     * by one.
     */
    Optional<Pending> lock(UUID user) {
        return jdbc.sql("SELECT secret, failures FROM pending_two_factor"
                        + " WHERE user_id = :user AND expires_at > :now FOR UPDATE")
                .param("user", user)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Pending(cipher.decrypt(user, row.getBytes(1)), row.getInt(2)))
                .optional();
    }

    void countFailure(UUID user) {
        jdbc.sql("UPDATE pending_two_factor SET failures = failures + 1 WHERE user_id = ?")
                .param(user)
                .update();
    }

    void remove(UUID user) {
        jdbc.sql("DELETE FROM pending_two_factor WHERE user_id = ?").param(user).update();
    }
}
