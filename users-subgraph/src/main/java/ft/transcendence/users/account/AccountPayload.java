package ft.transcendence.users.account;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to an account. */
record AccountPayload(@Nullable Account account, List<UserError> errors) {}
