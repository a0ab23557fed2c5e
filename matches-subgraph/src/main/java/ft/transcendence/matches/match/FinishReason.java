package ft.transcendence.matches.match;

/** Why a match ended. */
public enum FinishReason {
    /** A team reached the winning score. */
    SCORE,
    /** A player gave up. */
    FORFEIT,
    /** A player lost the connection for good. */
    DISCONNECT,
    /** The time limit of the game, or for its start, was exceeded. */
    TIMEOUT,
    /** The game server failed. No player loses rating. */
    SERVER_FAULT
}
