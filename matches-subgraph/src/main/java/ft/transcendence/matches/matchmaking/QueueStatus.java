package ft.transcendence.matches.matchmaking;

/** The status of a queue ticket: INVITING → WAITING → MATCHED. An open ticket can also become LEFT or EXPIRED. */
enum QueueStatus {
    INVITING,
    WAITING,
    MATCHED,
    LEFT,
    EXPIRED;

    boolean isOpen() {
        return this == INVITING || this == WAITING;
    }
}
