package ft.transcendence.gateway.operation;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one request to a subgraph, or of one event of a subscription.
 *
 * @param duration from sending the request; for a subscription from its opening
 * @param status HTTP status; 0 without a response
 * @param bytes length of the response's body
 * @param errors of the response; their codes are the subgraph's own, and may be any text
 * @param failure null for a GraphQL response
 */
public record CompletedFetch(
        String subgraph,
        OperationKind kind,
        Duration duration,
        int status,
        int bytes,
        List<ResponseError> errors,
        @Nullable FetchFailure failure) {}
