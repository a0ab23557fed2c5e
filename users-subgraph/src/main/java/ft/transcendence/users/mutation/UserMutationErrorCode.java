package ft.transcendence.users.mutation;

/** Why a change can be rejected, as described by the schema's enum of the same name. */
public enum UserMutationErrorCode {
    INVALID_TEXT,
    INVALID_URL,
    NAME_TAKEN,
    USER_NOT_FOUND,
    SELF,
    BLOCKED,
    ALREADY_FRIENDS,
    NOT_FRIENDS,
    NO_REQUEST,
    NOT_BLOCKED,
    TWO_FACTOR_ON,
    TWO_FACTOR_OFF,
    NO_PENDING_TWO_FACTOR,
    WRONG_CODE,
    TOO_MANY_TRIES,
    WRONG_CREDENTIALS,
    PASSWORD_REFUSED,
    NOT_CONFIRMED
}
