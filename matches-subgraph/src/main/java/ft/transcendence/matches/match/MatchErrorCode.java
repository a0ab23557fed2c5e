package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to a match can be rejected, as described by the schema's {@code UserErrorCode}. */
enum MatchErrorCode implements UserErrorCode {
    MATCH_NOT_FOUND,
    ILLEGAL_TRANSITION,
    INVALID_TEAMS,
    DUPLICATE_PLAYER,
    PLAYER_BUSY,
    PLAYER_ERASED,
    NOT_A_PLAYER,
    NOT_ASSIGNED,
    MATCH_FROZEN,
    INVALID_SCORE,
    WINNER_SCORE_NOT_HIGHER,
    WINNING_SCORE_NOT_REACHED,
    INVALID_TIMELINE,
    INVALID_FINISH_REASON,
    RESULT_TOO_LATE,
    RESULT_SUPERSEDED,
    INVALID_IDEMPOTENCY_KEY,
    IDEMPOTENCY_KEY_REUSED,
    INVALID_VOID_REASON,
    CONFLICT_OF_INTEREST
}
