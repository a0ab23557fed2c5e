package ft.transcendence.users.friendship;

/** How one user stands to another. */
enum FriendEdgeState {
    /** The owner of the edge asked the other; the other's edge is {@link #RECEIVED}. */
    REQUESTED,
    /** The other asked the owner; the other's edge is {@link #REQUESTED}. */
    RECEIVED,
    /** They are friends, both ways. */
    FRIENDS,
    /** The owner blocked the other, whatever the other did. */
    BLOCKED
}
