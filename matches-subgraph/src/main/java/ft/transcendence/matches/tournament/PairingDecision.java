package ft.transcendence.matches.tournament;

/** How a pairing was decided, as described by the schema's enum {@code TournamentDecision}. */
enum PairingDecision {
    RESULT,
    BYE,
    WALKOVER,
    SEED,
    NOBODY
}
