package ft.transcendence.users.account;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to an account can be rejected, as described by the schema's {@code UserErrorCode}. */
enum AccountErrorCode implements UserErrorCode {
    WRONG_CREDENTIALS,
    PASSWORD_REFUSED,
    NOT_CONFIRMED
}
