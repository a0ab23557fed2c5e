package ft.transcendence.users.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which accounts were erased. */
@Repository
class Erasures {

    record Unfinished(UUID userId) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Erasures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ErasureReceipt record(UUID user) {
        ErasureReceipt receipt =
                new ErasureReceipt(UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("INSERT INTO erasure (user_id, receipt, erased_at) VALUES (?, ?, ?)")
                .params(user, receipt.id(), receipt.erasedAt().atOffset(ZoneOffset.UTC))
                .update();
        return receipt;
    }

    Optional<ErasureReceipt> receiptOf(UUID user) {
        return jdbc.sql("SELECT receipt, erased_at FROM erasure WHERE user_id = ?")
                .param(user)
                .query((row, number) -> new ErasureReceipt(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    void identityErased(UUID user) {
        jdbc.sql("UPDATE erasure SET identity_erased_at = ? WHERE user_id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), user)
                .update();
    }

    /** Accounts erased before the given moment whose identity still exists in Keycloak. */
    List<Unfinished> unfinished(Instant before) {
        return jdbc.sql("SELECT user_id FROM erasure WHERE identity_erased_at IS NULL AND erased_at < ?"
                        + " ORDER BY erased_at LIMIT 100")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Unfinished(row.getObject(1, UUID.class)))
                .list();
    }
}
