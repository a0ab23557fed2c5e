package ft.transcendence.matches.match;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A game server's report of a result. Repeating it with the same {@code idempotencyKey} has no further effect. */
record FinishMatchInput(
        String idempotencyKey,
        UUID matchId,
        Team winner,
        Score score,
        FinishReason reason,
        @Nullable List<Timeline.Point> timeline) {

    /** Who scored when; empty if the game server does not report it. */
    Optional<Timeline> points() {
        return Optional.ofNullable(timeline).map(Timeline::new);
    }

    IdempotencyKeys.Request request(String caller) {
        String content = "%s won by %s %d:%d %s".formatted(winner, reason, score.teamOne(), score.teamTwo(), matchId)
                + points().map(FinishMatchInput::digest).orElse("");
        return new IdempotencyKeys.Request(caller, "finish", idempotencyKey, content);
    }

    private static String digest(Timeline timeline) {
        return " " + UUID.nameUUIDFromBytes(timeline.toString().getBytes(StandardCharsets.UTF_8));
    }
}
