package ft.transcendence.users.friendship;

/** One change in a batch, as described by the schema's input of the same name. */
record FriendChange(String userId, FriendAction action) {}
