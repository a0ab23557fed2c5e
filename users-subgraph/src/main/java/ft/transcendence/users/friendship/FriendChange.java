package ft.transcendence.users.friendship;

/** One change of a batch, as the schema's input of this name describes it. */
record FriendChange(String userId, FriendAction action) {}
