package ft.transcendence.users.friendship;

import org.jspecify.annotations.Nullable;

/**
 * Both edges between two users.
 *
 * @param own how the first stands to the second, or null for not at all
 * @param theirs how the second stands to the first, or null for not at all
 */
record FriendEdgePair(@Nullable FriendEdgeState own, @Nullable FriendEdgeState theirs) {

    static final FriendEdgePair NONE = new FriendEdgePair(null, null);

    boolean areFriends() {
        return own == FriendEdgeState.FRIENDS;
    }

    /** Whether the second blocked the first. */
    boolean isBlockedByThem() {
        return theirs == FriendEdgeState.BLOCKED;
    }

    boolean blockedThem() {
        return own == FriendEdgeState.BLOCKED;
    }
}
