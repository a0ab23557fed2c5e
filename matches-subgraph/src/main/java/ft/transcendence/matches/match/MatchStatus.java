package ft.transcendence.matches.match;

/** The status of a match. */
public enum MatchStatus {
    /** Created by a game server; waiting for the players. */
    CREATED,
    /** All players have joined. */
    READY,
    /** Being played. */
    LIVE,
    /** Played to a result, which counts. */
    COMPLETED,
    /** Ended without a result. */
    ABORTED,
    /** The result was voided. */
    VOIDED;

    /** Whether the match is not over, so that its players cannot start another one. */
    public boolean isOpen() {
        return this == CREATED || this == READY || this == LIVE;
    }
}
