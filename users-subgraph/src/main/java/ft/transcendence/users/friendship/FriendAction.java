package ft.transcendence.users.friendship;

/** What can be done among friends, as the schema's enum of this name describes it. */
enum FriendAction {
    REQUEST,
    ACCEPT,
    DECLINE,
    CANCEL,
    REMOVE,
    BLOCK,
    UNBLOCK
}
