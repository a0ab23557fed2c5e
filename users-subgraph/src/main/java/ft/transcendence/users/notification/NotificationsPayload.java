package ft.transcendence.users.notification;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to notifications. */
record NotificationsPayload(@Nullable Integer unreadCount, List<UserError> errors) {}
