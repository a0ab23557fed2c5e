package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.identity.RequestCaller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One answered request, for logs and metrics.
 *
 * @param request null when the request was refused before its operation was read
 * @param caller anonymous when the request was refused before its caller was known
 * @param refusal why the gateway refused it, null when the engine answered
 * @param status HTTP status
 * @param responseBytes length of the body
 * @param duration from the request's head to the finished answer
 */
public record CompletedOperation(
        @Nullable GraphQLRequest request,
        RequestCaller caller,
        @Nullable Refusal refusal,
        int status,
        int responseBytes,
        Duration duration) {}
