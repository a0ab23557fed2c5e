package ft.transcendence.matches.tournament;

/** Who can join a tournament, as described by the schema's enum of the same name. */
enum TournamentAccess {
    OPEN,
    INVITATION
}
