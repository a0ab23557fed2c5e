package ft.transcendence.users.mutation;

import org.jspecify.annotations.Nullable;

/**
 * Why a change was rejected, for the user to correct.
 *
 * @param field the input field at fault, or null
 */
public record UserMutationError(
        UserMutationErrorCode code,
        String message,
        @Nullable String field) {

    public UserMutationError(UserMutationErrorCode code, String message) {
        this(code, message, null);
    }
}
