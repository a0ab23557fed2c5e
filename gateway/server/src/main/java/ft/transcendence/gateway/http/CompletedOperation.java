package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A completed request, for logs and metrics.
 *
 * @param request null when the request failed before its operation was read
 * @param caller anonymous when the request failed before its caller was known
 * @param error the gateway's own error, null when the engine responded
 * @param status HTTP status
 * @param responseBytes length of the body
 * @param duration from the request's head to the end of the response
 */
public record CompletedOperation(
        @Nullable GraphQLRequest request,
        CallerIdentity caller,
        @Nullable GatewayError error,
        int status,
        int responseBytes,
        Duration duration) {}
