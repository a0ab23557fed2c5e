package ft.transcendence.users.friendship;

import static ft.transcendence.users.friendship.FriendEdgeState.BLOCKED;
import static ft.transcendence.users.friendship.FriendEdgeState.FRIENDS;
import static ft.transcendence.users.friendship.FriendEdgeState.RECEIVED;
import static ft.transcendence.users.friendship.FriendEdgeState.REQUESTED;

import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;

/**
 * What an action makes of two users' relation. Doing again what is done already succeeds and changes nothing, so that
 * clients may retry.
 */
final class FriendRules {

    /** The outcome of an action. */
    sealed interface Decision {}

    /** How the two stand to each other from now on. */
    record Apply(FriendEdgePair pair) implements Decision {}

    /** Why nothing changes. */
    record Reject(UserMutationError error) implements Decision {}

    private FriendRules() {}

    static Decision apply(FriendAction action, FriendEdgePair before) {
        if (before.isBlockedByThem() && !before.blockedThem()) {
            // a block must not show in any answer: everything is rejected as for an id that is nobody's
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
            return rejected(UserMutationErrorCode.BLOCKED, "You blocked this user; lift the block first.");
        }
        return switch (before.own()) {
            case null -> new Apply(new FriendEdgePair(REQUESTED, RECEIVED));
            case REQUESTED -> new Apply(before);
            case RECEIVED -> new Apply(new FriendEdgePair(FRIENDS, FRIENDS));
            case FRIENDS -> rejected(UserMutationErrorCode.ALREADY_FRIENDS, "You are friends already.");
            case BLOCKED -> throw new IllegalStateException("Blocks are handled above");
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
                : rejected(UserMutationErrorCode.NOT_FRIENDS, "You are not friends.");
    }

    private static Decision unblock(FriendEdgePair before) {
        return before.blockedThem()
                ? new Apply(new FriendEdgePair(null, before.theirs()))
                : rejected(UserMutationErrorCode.NOT_BLOCKED, "You did not block this user.");
    }

    /** What whoever is blocked is told, so that they do not learn of the block. */
    static Reject userNotFound() {
        return rejected(UserMutationErrorCode.USER_NOT_FOUND, "There is no such user.");
    }

    static Reject self() {
        return rejected(UserMutationErrorCode.SELF, "This is you.");
    }

    private static Reject requestNotFound() {
        return rejected(UserMutationErrorCode.NO_REQUEST, "There is no such friend request.");
    }

    private static Reject rejected(UserMutationErrorCode code, String message) {
        return new Reject(new UserMutationError(code, message, "userId"));
    }
}
