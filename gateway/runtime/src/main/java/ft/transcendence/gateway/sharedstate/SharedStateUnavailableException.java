package ft.transcendence.gateway.sharedstate;

import org.jspecify.annotations.Nullable;

/** Redis cannot be reached, does not respond in time, or refuses a command. */
public final class SharedStateUnavailableException extends RuntimeException {
    SharedStateUnavailableException(String message, @Nullable Throwable cause) {
        // frequent during an outage
        super(message, cause, false, false);
    }
}
