package ft.transcendence.matches.match;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Publishes results to other subgraphs, in the transaction that changes the match. The data is described by {@code
 * events/match-completions.v1.schema.json}.
 */
@Component
class MatchResultPublisher {

    static final String TOPIC = "match-completions";

    private static final String COMPLETED = "ft.transcendence.match.completed.v1";
    private static final String VOIDED = "ft.transcendence.match.voided.v1";
    private static final URI SOURCE = URI.create("/matches");

    private final EventOutbox outbox;

    MatchResultPublisher(EventOutbox outbox) {
        this.outbox = outbox;
    }

    record MatchResult(
            UUID matchId,
            MatchMode mode,
            FinishReason finishReason,
            Instant startedAt,
            Instant completedAt,
            List<Player> players) {

        record Player(UUID userId, int team, int score, Outcome outcome) {}

        static MatchResult of(Match match) {
            return new MatchResult(
                    match.id(),
                    match.mode(),
                    match.finishReason().orElseThrow(),
                    match.startedAt().orElseThrow(),
                    match.endedAt().orElseThrow(),
                    match.players().stream()
                            .map(player -> new Player(
                                    player.userId(),
                                    player.team().number(),
                                    player.score(),
                                    player.outcome().orElseThrow()))
                            .toList());
        }
    }

    void publishCompleted(Match match) {
        publish(match, COMPLETED, match.endedAt().orElseThrow());
    }

    void publishVoided(Match match) {
        publish(match, VOIDED, match.voidedAt().orElseThrow());
    }

    private void publish(Match match, String type, Instant time) {
        outbox.schedule(new OutgoingEvent(
                TOPIC, match.id().toString(), eventId(match, type), type, SOURCE, time, MatchResult.of(match)));
    }

    /**
     * Derives the event's id from the match and the type, since each match has at most one event of each type.
     * Consumers would recognize even an event that was published twice.
     */
    private static UUID eventId(Match match, String type) {
        return UUID.nameUUIDFromBytes((type + "/" + match.id()).getBytes(StandardCharsets.UTF_8));
    }
}
