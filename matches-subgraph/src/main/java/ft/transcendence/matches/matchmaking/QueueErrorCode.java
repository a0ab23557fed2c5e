package ft.transcendence.matches.matchmaking;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a request to the queue can be rejected, as described by the schema's {@code UserErrorCode}. */
enum QueueErrorCode implements UserErrorCode {
    ALREADY_QUEUED,
    INVALID_PARTNER,
    QUEUE_FULL,
    QUEUE_BANNED
}
