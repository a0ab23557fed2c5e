package ft.transcendence.matches.match;

/** What an open match waits for. */
public enum MatchWait {
    /** A game server with capacity. */
    GAME_SERVER,
    /** The players, to join on the game server. */
    PLAYERS,
    /** The silent game server, to come back. */
    GAME_SERVER_RETURN
}
