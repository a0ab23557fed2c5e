package ft.transcendence.users.profile;

import ft.transcendence.users.mutation.UserMutationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to a profile. */
record ProfilePayload(@Nullable User user, List<UserMutationError> errors) {}
