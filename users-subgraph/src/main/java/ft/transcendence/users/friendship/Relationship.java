package ft.transcendence.users.friendship;

import org.jspecify.annotations.Nullable;

/** How the caller stands to a user, as the schema's enum of this name describes it. */
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
