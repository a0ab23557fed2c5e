package ft.transcendence.gateway.operation;

import ft.transcendence.gateway.error.GatewayError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A completed operation, for logs and metrics.
 *
 * @param record what happened in it
 * @param error the gateway's own error, null when the engine responded
 * @param status HTTP status; 0 for an operation on a WebSocket, which has none
 * @param responseBytes length of the body, or of all events
 * @param duration from the request's head to the end of the response
 */
public record CompletedOperation(
        OperationRecord record, @Nullable GatewayError error, int status, long responseBytes, Duration duration) {}
