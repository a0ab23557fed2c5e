package ft.transcendence.users.mutation;

import org.jspecify.annotations.Nullable;

/**
 * Why a change was refused, for the user to fix.
 *
 * @param field the input field it concerns, or null
 */
public record UserMutationError(
        UserMutationErrorCode code,
        String message,
        @Nullable String field) {

    public UserMutationError(UserMutationErrorCode code, String message) {
        this(code, message, null);
    }
}
