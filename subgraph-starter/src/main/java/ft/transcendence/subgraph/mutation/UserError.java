package ft.transcendence.subgraph.mutation;

import org.jspecify.annotations.Nullable;

/**
 * Why a change was rejected, for the user to correct, as in the schema's interface of the same name. In a payload it
 * becomes the subgraph's type that implements the interface.
 *
 * @param code the reason, for programs
 * @param message what is wrong and what is allowed, for the user
 * @param field the input field at fault; {@code null} if it is the request as a whole
 */
public record UserError(
        UserErrorCode code, String message, @Nullable String field) {}
