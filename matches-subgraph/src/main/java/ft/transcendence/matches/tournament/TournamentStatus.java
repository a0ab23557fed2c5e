package ft.transcendence.matches.tournament;

/** The status of a tournament, as described by the schema's enum of the same name. */
enum TournamentStatus {
    OPEN,
    RUNNING,
    FINISHED,
    CANCELLED,
    EXPIRED;

    boolean hasEnded() {
        return this != OPEN && this != RUNNING;
    }
}
