package ft.transcendence.subgraph.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change was rejected for a reason that the user can correct. Nothing was changed: it rolls its transaction back.
 * {@link Payloads} turns it into the errors of a payload.
 */
public final class ChangeRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<UserError> errors;

    /**
     * @param message what is wrong and what is allowed, for the user
     * @param field the input field at fault; {@code null} if it is the request as a whole
     */
    public ChangeRejectedException(UserErrorCode code, String message, @Nullable String field) {
        this(List.of(new UserError(code, message, field)));
    }

    /** @param errors all that is wrong, at least one error */
    public ChangeRejectedException(List<UserError> errors) {
        super(errors.toString(), null, false, false);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("A change is rejected for a reason");
        }
        this.errors = List.copyOf(errors);
    }

    /** Why the change was rejected, at least one error. */
    public List<UserError> errors() {
        return errors;
    }

    /** The code of the first error. */
    public UserErrorCode code() {
        return errors.getFirst().code();
    }
}
