package ft.transcendence.users.twofactor;

import ft.transcendence.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of {@code verify2fa}. */
record Verify2faPayload(@Nullable List<String> recoveryCodes, List<UserError> errors) {

    @Override
    public String toString() {
        return "Verify2faPayload[errors=" + errors + "]";
    }
}
