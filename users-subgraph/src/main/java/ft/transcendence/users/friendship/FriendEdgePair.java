package ft.transcendence.users.friendship;

import org.jspecify.annotations.Nullable;

/**
 * The two edges between a pair of users, one in each direction.
 *
 * @param own the edge from the first user to the second, or null
 * @param theirs the edge from the second user to the first, or null
 */
record FriendEdgePair(
        @Nullable FriendEdgeState own, @Nullable FriendEdgeState theirs) {

    static final FriendEdgePair NONE = new FriendEdgePair(null, null);

    boolean areFriends() {
        return own == FriendEdgeState.FRIENDS;
    }

    /** Whether the second user blocked the first. */
    boolean isBlockedByThem() {
        return theirs == FriendEdgeState.BLOCKED;
    }

    boolean blockedThem() {
        return own == FriendEdgeState.BLOCKED;
    }
}
