package ft.transcendence.users.friendship;

import org.jspecify.annotations.Nullable;

/** The caller's relationship to a user, as described by the schema's enum of the same name. */
enum Relationship {
    SELF,
    NONE,
    REQUESTED,
    RECEIVED,
    FRIENDS,
    BLOCKED;

    static Relationship of(@Nullable FriendEdgeState own) {
        return switch (own) {
            case null -> NONE;
            case REQUESTED -> REQUESTED;
            case RECEIVED -> RECEIVED;
            case FRIENDS -> FRIENDS;
            case BLOCKED -> BLOCKED;
        };
    }
}
