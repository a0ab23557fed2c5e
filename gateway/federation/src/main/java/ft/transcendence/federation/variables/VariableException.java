package ft.transcendence.federation.variables;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** A variable's value does not fit its type. The message is meant for the client. */
public final class VariableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceLocation location;

    VariableException(String message, @Nullable SourceLocation location) {
        super(message);
        this.location = location;
    }

    /** The location of the variable's declaration. */
    public @Nullable SourceLocation location() {
        return location;
    }
}
