package ft.transcendence.users.friendship;

import java.util.List;

/** The outcomes of a batch of changes, in the order of the changes. */
record UpdateFriendsPayload(List<FriendPayload> results) {}
