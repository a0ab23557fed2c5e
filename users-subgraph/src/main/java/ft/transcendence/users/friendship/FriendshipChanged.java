package ft.transcendence.users.friendship;

import java.util.UUID;

/**
 * A friendship changed. Published within the application, in the transaction of the change.
 *
 * @param user who made the change
 * @param other the other one, who may learn of it
 */
public record FriendshipChanged(UUID user, UUID other, Change change) {

    /** What changed. */
    public enum Change {
        /** The user sent a friend request. */
        REQUESTED,
        /** The user accepted a request of the other one. */
        BEFRIENDED,
        /** A friendship, or a request for one, ended. */
        ENDED,
        /** The user blocked the other one, which also ends a friendship or a request. */
        BLOCKED,
        /** The user no longer blocks the other one. */
        UNBLOCKED
    }
}
