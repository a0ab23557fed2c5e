package ft.transcendence.users.friendship;

import static ft.transcendence.users.friendship.EdgeState.BLOCKED;
import static ft.transcendence.users.friendship.EdgeState.FRIENDS;
import static ft.transcendence.users.friendship.EdgeState.RECEIVED;
import static ft.transcendence.users.friendship.EdgeState.REQUESTED;

import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;

/**
 * What an action makes of two users' relation. Doing again what is done already succeeds and changes nothing, so that
 * clients may retry.
 */
final class FriendRules {

    /** The outcome of an action. */
    sealed interface Outcome {}

    /** How the two stand to each other from now on. */
    record Becomes(Relation relation) implements Outcome {}

    /** Why nothing changes. */
    record Refused(UserMutationError error) implements Outcome {}

    private FriendRules() {}

    static Outcome apply(FriendAction action, Relation before) {
        if (before.isBlockedByThem() && !before.blockedThem()) {
            // a block must not show in any answer: everything is refused as for an id that is nobody's
            return userNotFound();
        }
        return switch (action) {
            case REQUEST -> request(before);
            case ACCEPT -> accept(before);
            case DECLINE -> withdraw(before, RECEIVED);
            case CANCEL -> withdraw(before, REQUESTED);
            case REMOVE -> remove(before);
            case BLOCK -> new Becomes(new Relation(BLOCKED, before.isBlockedByThem() ? BLOCKED : null));
            case UNBLOCK -> unblock(before);
        };
    }

    private static Outcome request(Relation before) {
        if (before.blockedThem()) {
            return refused(UserMutationErrorCode.BLOCKED, "You blocked this user; lift the block first.");
        }
        return switch (before.own()) {
            case null -> new Becomes(new Relation(REQUESTED, RECEIVED));
            case REQUESTED -> new Becomes(before);
            case RECEIVED -> new Becomes(new Relation(FRIENDS, FRIENDS));
            case FRIENDS -> refused(UserMutationErrorCode.ALREADY_FRIENDS, "You are friends already.");
            case BLOCKED -> throw new IllegalStateException("Blocks are handled above");
        };
    }

    private static Outcome accept(Relation before) {
        return switch (before.own()) {
            case RECEIVED -> new Becomes(new Relation(FRIENDS, FRIENDS));
            case FRIENDS -> new Becomes(before);
            case REQUESTED, BLOCKED -> noRequest();
            case null -> noRequest();
        };
    }

    private static Outcome withdraw(Relation before, EdgeState request) {
        return before.own() == request ? new Becomes(Relation.NONE) : noRequest();
    }

    private static Outcome remove(Relation before) {
        return before.areFriends()
                ? new Becomes(Relation.NONE)
                : refused(UserMutationErrorCode.NOT_FRIENDS, "You are not friends.");
    }

    private static Outcome unblock(Relation before) {
        return before.blockedThem()
                ? new Becomes(new Relation(null, before.theirs()))
                : refused(UserMutationErrorCode.NOT_BLOCKED, "You did not block this user.");
    }

    /** What whoever is blocked is told, so that they do not learn of the block. */
    static Refused userNotFound() {
        return refused(UserMutationErrorCode.USER_NOT_FOUND, "There is no such user.");
    }

    static Refused self() {
        return refused(UserMutationErrorCode.SELF, "This is you.");
    }

    private static Refused noRequest() {
        return refused(UserMutationErrorCode.NO_REQUEST, "There is no such friend request.");
    }

    private static Refused refused(UserMutationErrorCode code, String message) {
        return new Refused(new UserMutationError(code, message, "userId"));
    }
}
