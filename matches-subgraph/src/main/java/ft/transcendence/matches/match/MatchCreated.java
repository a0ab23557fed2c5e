package ft.transcendence.matches.match;

import java.util.List;
import java.util.UUID;

/**
 * Published in the transaction that creates a match. Its players are locked.
 *
 * @param createdBy the game server or the feature that wanted it
 */
public record MatchCreated(UUID matchId, String createdBy, List<UUID> players) {

    public MatchCreated {
        players = List.copyOf(players);
    }
}
