package ft.transcendence.users.profile;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the other subgraphs of profiles that a migration changed: it runs before there is an outbox, and leaves their ids in a table.
 * One profile is told of at a time, so that it does not matter how many there are, nor when the application ends meanwhile.
 */
@Component
class UnannouncedProfiles {

    private final JdbcClient jdbc;
    private final UserRepository users;
    private final ProfileEventPublisher events;
    private final TransactionOperations transactions;

    UnannouncedProfiles(
            JdbcClient jdbc, UserRepository users, ProfileEventPublisher events, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.users = users;
        this.events = events;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void announce() {
        while (Boolean.TRUE.equals(transactions.execute(status -> announceNext()))) {}
    }

    /** Whether there was one. */
    private boolean announceNext() {
        return jdbc.sql("""
                        DELETE FROM unannounced_profile WHERE user_id = (
                            SELECT user_id FROM unannounced_profile LIMIT 1 FOR UPDATE SKIP LOCKED
                        ) RETURNING user_id
                        """).query(UUID.class).optional().map(this::announce).isPresent();
    }

    /** Of whoever was erased meanwhile, the last word has been said. */
    private UUID announce(UUID id) {
        users.lockById(id).filter(User::isActive).ifPresent(events::publishUpdate);
        return id;
    }
}
