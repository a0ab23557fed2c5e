package ft.transcendence.users.friendship;

import java.util.List;

/** The outcomes of several changes among friends, in their order. */
record UpdateFriendsPayload(List<FriendPayload> results) {}
