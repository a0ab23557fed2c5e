package ft.transcendence.matches.match;

import java.util.List;
import java.util.UUID;

/** A game server's request for a new match. Repeating it with the same {@code idempotencyKey} has no further effect. */
record CreateMatchInput(String idempotencyKey, MatchMode mode, List<UUID> teamOne, List<UUID> teamTwo) {

    IdempotencyKeys.Request request(String caller) {
        return new IdempotencyKeys.Request(
                caller, "create", idempotencyKey, "%s %s against %s".formatted(mode, teamOne, teamTwo));
    }
}
