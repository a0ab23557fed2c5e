package ft.transcendence.users.name;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a name or another personal text can be rejected, as described by the schema's {@code UserErrorCode}. */
public enum NameErrorCode implements UserErrorCode {
    INVALID_TEXT,
    NAME_TAKEN
}
