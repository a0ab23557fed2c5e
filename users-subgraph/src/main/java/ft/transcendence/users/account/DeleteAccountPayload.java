package ft.transcendence.users.account;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of {@code deleteAccount}. */
record DeleteAccountPayload(@Nullable ErasureReceipt receipt, List<UserError> errors) {}
