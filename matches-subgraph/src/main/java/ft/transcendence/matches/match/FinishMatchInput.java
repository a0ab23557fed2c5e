package ft.transcendence.matches.match;

import java.util.UUID;

/** A game server's report of a result. Repeating it with the same {@code idempotencyKey} has no further effect. */
record FinishMatchInput(String idempotencyKey, UUID matchId, Team winner, Score score, FinishReason reason) {

    IdempotencyKeys.Request request(String caller) {
        String content = "%s won by %s %d:%d %s".formatted(winner, reason, score.teamOne(), score.teamTwo(), matchId);
        return new IdempotencyKeys.Request(caller, "finish", idempotencyKey, content);
    }
}
