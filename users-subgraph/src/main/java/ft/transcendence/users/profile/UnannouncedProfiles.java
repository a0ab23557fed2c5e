package ft.transcendence.users.profile;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes profiles that were changed by a migration. Migrations run before the outbox exists, so they store the ids
 * in the table {@code unannounced_profile}. Each profile is published in a transaction of its own; a restart continues
 * with the rest.
 */
@Component
class UnannouncedProfiles {

    private final JdbcClient jdbc;
    private final ProfileRepository profiles;
    private final ProfileEventPublisher events;
    private final TransactionOperations transactions;

    UnannouncedProfiles(
            JdbcClient jdbc,
            ProfileRepository profiles,
            ProfileEventPublisher events,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.events = events;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void publishAll() {
        while (Boolean.TRUE.equals(transactions.execute(status -> publishNext()))) {}
    }

    /** Returns false if none is left. */
    private boolean publishNext() {
        return jdbc.sql("""
                        DELETE FROM unannounced_profile WHERE user_id = (
                            SELECT user_id FROM unannounced_profile LIMIT 1 FOR UPDATE SKIP LOCKED
                        ) RETURNING user_id
                        """).query(UUID.class).optional().map(this::publish).isPresent();
    }

    /** Skips users who were erased in the meantime: their tombstone is the last event. */
    private UUID publish(UUID id) {
        profiles.lockById(id).filter(Profile::isActive).ifPresent(events::publishUpdate);
        return id;
    }
}
