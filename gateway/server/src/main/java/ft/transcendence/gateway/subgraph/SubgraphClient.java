package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.plan.OperationKind;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Calls one subgraph. */
final class SubgraphClient {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphClient.class);

    private final String subgraph;
    private final HttpClient.RequestSender post;
    private final int queryRetries;
    private final long maxResponseSize;

    /** @param post knows the address, the fixed headers and the timeouts already */
    SubgraphClient(String subgraph, HttpClient.RequestSender post, int queryRetries, long maxResponseSize) {
        this.subgraph = subgraph;
        this.post = post;
        this.queryRetries = queryRetries;
        this.maxResponseSize = maxResponseSize;
    }

    /** One answer, whatever its status; fails with a {@link TimeoutException} or a {@link SubgraphCallException}. */
    Mono<SubgraphResponse> call(SubgraphRequest request) {
        int attempts = request.kind() == OperationKind.QUERY ? 1 + queryRetries : 1;
        return attempt(request, attempts).onErrorMap(this::describe);
    }

    private Mono<SubgraphResponse> attempt(SubgraphRequest request, int attemptsLeft) {
        Mono<SubgraphResponse> response = send(request);
        if (attemptsLeft <= 1) {
            return response;
        }
        return response.flatMap(answer -> isTemporarilyUnavailable(answer.status())
                        ? attempt(request, attemptsLeft - 1)
                        : Mono.just(answer))
                .onErrorResume(
                        failure -> !(failure instanceof ReadTimeoutException)
                                && !(failure instanceof BodyTooLargeException),
                        failure -> attempt(request, attemptsLeft - 1));
    }

    private Mono<SubgraphResponse> send(SubgraphRequest request) {
        return post.send((call, outbound) -> {
                    HttpHeaders headers = call.requestHeaders();
                    headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
                    headers.set(HttpHeaderNames.CONTENT_LENGTH, request.body().remaining());
                    for (ForwardedHeaders.Header header : ForwardedHeaders.of(request.context())) {
                        headers.set(header.name(), header.value());
                    }
                    return outbound.send(Mono.just(Unpooled.wrappedBuffer(request.body())));
                })
                .response((answer, body) -> BodyCollector.collect(body, answer.responseHeaders(), maxResponseSize)
                        .map(bytes -> new SubgraphResponse(answer.status().code(), bytes)))
                .single();
    }

    private Throwable describe(Throwable failure) {
        if (failure instanceof ReadTimeoutException) {
            return new TimeoutException("Subgraph " + subgraph + " did not answer in time");
        }
        LOG.warn("Call of subgraph {} failed: {}", subgraph, failure.toString());
        String reason = failure instanceof BodyTooLargeException ? " answered with too much" : " cannot be reached";
        return new SubgraphCallException("Subgraph " + subgraph + reason, failure);
    }

    private static boolean isTemporarilyUnavailable(int status) {
        return status == 502 || status == 503 || status == 504;
    }
}
