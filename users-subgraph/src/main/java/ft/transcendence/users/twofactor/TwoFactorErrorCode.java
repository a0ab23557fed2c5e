package ft.transcendence.users.twofactor;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to two-factor authentication can be rejected, as described by the schema's {@code UserErrorCode}. */
public enum TwoFactorErrorCode implements UserErrorCode {
    TWO_FACTOR_ON,
    TWO_FACTOR_OFF,
    NO_PENDING_TWO_FACTOR,
    WRONG_CODE,
    TOO_MANY_TRIES
}
