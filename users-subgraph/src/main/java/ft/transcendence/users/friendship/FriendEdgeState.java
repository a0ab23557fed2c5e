package ft.transcendence.users.friendship;

/** The state of the edge from its owner to another user. */
enum FriendEdgeState {
    /** The owner sent a friend request; the opposite edge is {@link #RECEIVED}. */
    REQUESTED,
    /** The owner received a friend request; the opposite edge is {@link #REQUESTED}. */
    RECEIVED,
    /** The two are friends; the opposite edge has the same state. */
    FRIENDS,
    /** The owner blocked the other user. The opposite edge can be missing or {@code BLOCKED}, too. */
    BLOCKED
}
