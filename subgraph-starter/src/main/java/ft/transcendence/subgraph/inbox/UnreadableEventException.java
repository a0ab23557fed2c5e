package ft.transcendence.subgraph.inbox;

import org.jspecify.annotations.Nullable;

/** A record that can never take effect as it is; it goes to the dead letters at once, without retries. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
