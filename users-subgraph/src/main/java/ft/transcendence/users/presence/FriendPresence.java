package ft.transcendence.users.presence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a friend is there, as exposed by the schema's type of the same name.
 *
 * @param presence null if the two are no longer friends
 */
record FriendPresence(UUID friend, @Nullable Presence presence) {}
