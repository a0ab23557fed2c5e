package ft.transcendence.users.presence;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of {@code reportPresence}. */
record PresencePayload(@Nullable Presence presence, List<UserError> errors) {}
