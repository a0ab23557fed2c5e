package ft.transcendence.matches.tournament;

/** The part of a player in a tournament, as described by the schema's enum {@code TournamentEntrantStatus}. */
enum EntrantStatus {
    INVITED,
    DECLINED,
    JOINED,
    WITHDRAWN
}
