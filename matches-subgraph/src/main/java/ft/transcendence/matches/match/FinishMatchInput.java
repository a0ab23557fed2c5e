package ft.transcendence.matches.match;

import java.util.UUID;

/** A game server's word on how a match ended; {@code idempotencyKey} makes its repetition harmless. */
record FinishMatchInput(String idempotencyKey, UUID matchId, Team winner, Score score, FinishReason reason) {

    IdempotencyKeys.Request request(String gameServer) {
        String content = "%s won by %s %d:%d %s".formatted(winner, reason, score.teamOne(), score.teamTwo(), matchId);
        return new IdempotencyKeys.Request(gameServer, "finish", idempotencyKey, content);
    }
}
