package ft.transcendence.matches.match;

import java.util.UUID;

/** Published in the transaction that creates a match without a game server. */
public record MatchWaiting(UUID matchId) {}
