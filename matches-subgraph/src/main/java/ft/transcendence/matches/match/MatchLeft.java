package ft.transcendence.matches.match;

import java.util.UUID;

/**
 * Published in the transaction in which a player gives up a match that has not started.
 *
 * @param createdBy the game server or the feature that wanted the match
 */
public record MatchLeft(UUID matchId, String createdBy, UUID player) {}
