package ft.transcendence.matches.matchmaking;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a request to the queue. */
record QueuePayload(@Nullable QueueTicket ticket, List<UserError> errors) {}
