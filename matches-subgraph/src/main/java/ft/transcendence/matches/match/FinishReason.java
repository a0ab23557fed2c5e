package ft.transcendence.matches.match;

/** Why a match ended. */
public enum FinishReason {
    /** A team reached the points to win. */
    SCORE,
    /** A player gave up. */
    FORFEIT,
    /** A player's connection was lost for good. */
    DISCONNECT,
    /** Time ran out: of the game, or of waiting for it. */
    TIMEOUT,
    /** The game server failed; never costs anybody rating. */
    SERVER_FAULT
}
