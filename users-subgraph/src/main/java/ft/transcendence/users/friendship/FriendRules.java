package ft.transcendence.users.friendship;

import static ft.transcendence.users.friendship.FriendEdgeState.BLOCKED;
import static ft.transcendence.users.friendship.FriendEdgeState.FRIENDS;
import static ft.transcendence.users.friendship.FriendEdgeState.RECEIVED;
import static ft.transcendence.users.friendship.FriendEdgeState.REQUESTED;

import ft.transcendence.subgraph.mutation.UserError;

/**
 * Decides what an action does to the edges between two users. Repeating an action succeeds and changes nothing, so that
 * clients can retry.
 */
final class FriendRules {

    /** What to do with an action. */
    sealed interface Decision {}

    /** Store these edges. */
    record Apply(FriendEdgePair pair) implements Decision {}

    /** Change nothing, for this reason. */
    record Reject(UserError error) implements Decision {}

    private FriendRules() {}

    static Decision apply(FriendAction action, FriendEdgePair before) {
        if (before.isBlockedByThem() && !before.blockedThem()) {
            // hide the block: the caller gets the same error as for an unknown id
            return userNotFound();
        }
        return switch (action) {
            case REQUEST -> request(before);
            case ACCEPT -> accept(before);
            case DECLINE -> withdraw(before, RECEIVED);
            case CANCEL -> withdraw(before, REQUESTED);
            case REMOVE -> remove(before);
            case BLOCK -> new Apply(new FriendEdgePair(BLOCKED, before.isBlockedByThem() ? BLOCKED : null));
            case UNBLOCK -> unblock(before);
        };
    }

    private static Decision request(FriendEdgePair before) {
        if (before.blockedThem()) {
            return rejected(FriendshipErrorCode.BLOCKED, "You blocked this user. Unblock them first.");
        }
        return switch (before.own()) {
            case null -> new Apply(new FriendEdgePair(REQUESTED, RECEIVED));
            case REQUESTED -> new Apply(before);
            case RECEIVED -> new Apply(new FriendEdgePair(FRIENDS, FRIENDS));
            case FRIENDS -> rejected(FriendshipErrorCode.ALREADY_FRIENDS, "You are already friends.");
            case BLOCKED -> throw new IllegalStateException("Blocks are handled before the switch");
        };
    }

    private static Decision accept(FriendEdgePair before) {
        return switch (before.own()) {
            case RECEIVED -> new Apply(new FriendEdgePair(FRIENDS, FRIENDS));
            case FRIENDS -> new Apply(before);
            case REQUESTED, BLOCKED -> requestNotFound();
            case null -> requestNotFound();
        };
    }

    private static Decision withdraw(FriendEdgePair before, FriendEdgeState request) {
        return before.own() == request ? new Apply(FriendEdgePair.NONE) : requestNotFound();
    }

    private static Decision remove(FriendEdgePair before) {
        return before.areFriends()
                ? new Apply(FriendEdgePair.NONE)
                : rejected(FriendshipErrorCode.NOT_FRIENDS, "You are not friends.");
    }

    private static Decision unblock(FriendEdgePair before) {
        return before.blockedThem()
                ? new Apply(new FriendEdgePair(null, before.theirs()))
                : rejected(FriendshipErrorCode.NOT_BLOCKED, "You have not blocked this user.");
    }

    /** The error for unknown users, which also hides that the caller is blocked. */
    static Reject userNotFound() {
        return rejected(FriendshipErrorCode.USER_NOT_FOUND, "There is no such user.");
    }

    static Reject self() {
        return rejected(FriendshipErrorCode.SELF, "You cannot befriend or block yourself.");
    }

    private static Reject requestNotFound() {
        return rejected(FriendshipErrorCode.NO_REQUEST, "There is no such friend request.");
    }

    private static Reject rejected(FriendshipErrorCode code, String message) {
        return new Reject(new UserError(code, message, "userId"));
    }
}
