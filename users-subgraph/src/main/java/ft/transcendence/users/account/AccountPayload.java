package ft.transcendence.users.account;

import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a change to an account. */
record AccountPayload(@Nullable Account account, List<UserMutationError> errors) {

    static AccountPayload rejected(UserMutationErrorCode code, String message, @Nullable String field) {
        return new AccountPayload(null, List.of(new UserMutationError(code, message, field)));
    }
}
