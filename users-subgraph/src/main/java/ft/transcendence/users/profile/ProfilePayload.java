package ft.transcendence.users.profile;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to a profile. */
record ProfilePayload(@Nullable User user, List<UserError> errors) {}
