package ft.transcendence.matches.matchmaking;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers who left a match of the queue before its start, so that those who do it often wait. */
@Repository
class Departures {

    private final JdbcClient jdbc;
    private final DepartureRules rules;

    Departures(JdbcClient jdbc, QueueProperties limits) {
        this.jdbc = jdbc;
        this.rules = limits.departures();
    }

    void record(UUID match, UUID player, Instant now) {
        jdbc.sql("INSERT INTO queue_departure (match_id, user_id, left_at) VALUES (:match, :player, :now)")
                .param("match", match)
                .param("player", player)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws ChangeRejectedException with {@link QueueErrorCode#QUEUE_BANNED} if the player has left too often */
    void requireNone(UUID player, Instant now) {
        rules.bannedUntil(of(player, now), now).ifPresent(until -> {
            throw new ChangeRejectedException(
                    QueueErrorCode.QUEUE_BANNED,
                    "You left matches before their start. You can join the queue again in %d seconds."
                            .formatted(Duration.between(now, until).toSeconds() + 1),
                    null);
        });
    }

    /** Forgets what no longer counts. */
    void forget(Instant now) {
        jdbc.sql("DELETE FROM queue_departure WHERE left_at < :since")
                .param("since", now.minus(rules.counted()).atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteAllOf(UUID player) {
        jdbc.sql("DELETE FROM queue_departure WHERE user_id = :player")
                .param("player", player)
                .update();
    }

    private List<Instant> of(UUID player, Instant now) {
        return jdbc.sql("SELECT left_at FROM queue_departure WHERE user_id = :player AND left_at >= :since")
                .param("player", player)
                .param("since", now.minus(rules.counted()).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }
}
