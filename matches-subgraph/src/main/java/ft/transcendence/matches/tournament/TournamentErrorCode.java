package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to a tournament can be rejected, as described by the schema's {@code UserErrorCode}. */
enum TournamentErrorCode implements UserErrorCode {
    TOURNAMENT_NOT_FOUND,
    TOURNAMENT_CLOSED,
    TOURNAMENT_FULL,
    TOURNAMENT_EXISTS,
    NOT_ORGANIZER,
    NOT_INVITED,
    TOO_FEW_ENTRANTS,
    TOO_MANY_TOURNAMENTS,
    TOO_MANY_INVITATIONS,
    INVALID_TOURNAMENT_NAME,
    INVALID_TOURNAMENT_SIZE,
    INVALID_TOURNAMENT_START
}
