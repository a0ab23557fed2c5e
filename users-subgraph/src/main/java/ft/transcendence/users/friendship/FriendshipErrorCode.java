package ft.transcendence.users.friendship;

import ft.transcendence.subgraph.mutation.UserErrorCode;

/** Why a change to a friendship can be rejected, as described by the schema's {@code UserErrorCode}. */
enum FriendshipErrorCode implements UserErrorCode {
    USER_NOT_FOUND,
    SELF,
    BLOCKED,
    ALREADY_FRIENDS,
    NOT_FRIENDS,
    NO_REQUEST,
    NOT_BLOCKED
}
