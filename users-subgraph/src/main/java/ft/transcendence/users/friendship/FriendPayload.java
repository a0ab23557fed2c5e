package ft.transcendence.users.friendship;

import ft.transcendence.subgraph.mutation.UserError;
import ft.transcendence.users.profile.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to a friendship. */
record FriendPayload(@Nullable User user, List<UserError> errors) {}
