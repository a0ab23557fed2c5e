package ft.transcendence.matches.tournament;

/** The status of a pairing, as described by the schema's enum {@code TournamentPairingStatus}. */
enum PairingStatus {
    PENDING,
    WAITING,
    PLAYING,
    DECIDED
}
