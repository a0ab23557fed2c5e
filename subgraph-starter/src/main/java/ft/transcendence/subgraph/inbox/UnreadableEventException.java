package ft.transcendence.subgraph.inbox;

import org.jspecify.annotations.Nullable;

/** Thrown for a record that cannot be processed as it is. It becomes a dead letter at once, without retries. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
