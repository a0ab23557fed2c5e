package ft.transcendence.users.profile;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to a profile can be rejected, besides its names, as described by the schema's {@code UserErrorCode}. */
enum ProfileErrorCode implements UserErrorCode {
    INVALID_URL
}
