package ft.transcendence.matches.match;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A game server's request for a new match. Repeating it with the same {@code idempotencyKey} has no further effect. */
record CreateMatchInput(String idempotencyKey, MatchMode mode, List<UUID> teamOne, List<UUID> teamTwo) {

    Map<Team, List<UUID>> teams() {
        return Map.of(Team.ONE, teamOne, Team.TWO, teamTwo);
    }

    IdempotencyKeys.Request request(String gameServer) {
        return new IdempotencyKeys.Request(
                gameServer, "create", idempotencyKey, "%s %s against %s".formatted(mode, teamOne, teamTwo));
    }
}
