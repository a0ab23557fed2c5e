package ft.transcendence.users.twofactor;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of {@code enable2fa}. */
record Enable2faPayload(@Nullable TwoFactorSetup setup, List<UserError> errors) {}
