package ft.transcendence.users.friendship;

import org.jspecify.annotations.Nullable;

/**
 * Both edges between two users.
 *
 * @param own how the first stands to the second, or null for not at all
 * @param theirs how the second stands to the first, or null for not at all
 */
record Relation(@Nullable EdgeState own, @Nullable EdgeState theirs) {

    static final Relation NONE = new Relation(null, null);

    boolean areFriends() {
        return own == EdgeState.FRIENDS;
    }

    /** Whether the second blocked the first. */
    boolean isBlockedByThem() {
        return theirs == EdgeState.BLOCKED;
    }

    boolean blockedThem() {
        return own == EdgeState.BLOCKED;
    }
}
