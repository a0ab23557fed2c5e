package ft.transcendence.matches.match;

/** Where a match stands in its life. */
public enum MatchStatus {
    /** Announced by a game server; its players are expected. */
    CREATED,
    /** All players are there. */
    READY,
    /** Being played. */
    LIVE,
    /** Played to a result, which counts. */
    COMPLETED,
    /** Ended without a result. */
    ABORTED,
    /** Its result was taken back. */
    VOIDED;

    /** Whether its players are still occupied by it. */
    public boolean isOpen() {
        return this == CREATED || this == READY || this == LIVE;
    }
}
