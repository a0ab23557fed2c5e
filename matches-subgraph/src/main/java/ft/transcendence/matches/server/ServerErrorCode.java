package ft.transcendence.matches.server;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a request of or about a game server can be rejected, as described by the schema's {@code UserErrorCode}. */
enum ServerErrorCode implements UserErrorCode {
    SERVER_NOT_REGISTERED,
    INVALID_SERVER_URL,
    INVALID_REGION,
    INVALID_CAPACITY,
    INVALID_SERVER_VERSION
}
