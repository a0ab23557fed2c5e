package ft.transcendence.users.friendship;

/** An action on a friendship, as described by the schema's enum of the same name. */
enum FriendAction {
    REQUEST,
    ACCEPT,
    DECLINE,
    CANCEL,
    REMOVE,
    BLOCK,
    UNBLOCK
}
