package ft.transcendence.testkit;

import ft.transcendence.composition.CompositionError;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the subgraphs of a test do not compose. The message has every error with its places and what to change. */
public final class CompositionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CompositionError> errors;

    CompositionFailedException(Collection<String> subgraphs, List<CompositionError> errors) {
        super(String.join(", ", subgraphs) + " do not compose:\n\n"
                + errors.stream().map(CompositionError::toString).collect(Collectors.joining("\n\n")));
        this.errors = List.copyOf(errors);
    }

    /** At least one. */
    public List<CompositionError> errors() {
        return errors;
    }
}
