package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.plan.OperationKind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.ReadTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

/** Calls one subgraph. */
final class SubgraphClient {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphClient.class);

    private static final String EVENT_STREAM = "text/event-stream";

    private final String subgraph;
    private final HttpClient.RequestSender post;
    private final HttpClient.RequestSender stream;
    private final int queryRetries;
    private final long maxResponseSize;

    /**
     * @param post knows the address, the fixed headers and the timeouts already
     * @param stream the same for subscriptions, which may be silent for long
     */
    SubgraphClient(
            String subgraph,
            HttpClient.RequestSender post,
            HttpClient.RequestSender stream,
            int queryRetries,
            long maxResponseSize) {
        this.subgraph = subgraph;
        this.post = post;
        this.stream = stream;
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
        return post.send((call, outbound) -> write(request, call, outbound))
                .response((answer, body) -> BodyCollector.collect(body, answer.responseHeaders(), maxResponseSize)
                        .map(bytes -> new SubgraphResponse(answer.status().code(), bytes)))
                .single();
    }

    /**
     * The events of a subscription, as graphql-sse carries them in distinct connections mode. A subgraph that answers with something
     * else gives its one answer.
     */
    Flux<SubgraphResponse> subscribe(SubgraphRequest request) {
        return stream.send((call, outbound) -> {
                    call.requestHeaders().set(HttpHeaderNames.ACCEPT, EVENT_STREAM);
                    return write(request, call, outbound);
                })
                .response((answer, body) -> isEventStream(answer.responseHeaders())
                        ? eventsOf(body)
                        : BodyCollector.collect(body, answer.responseHeaders(), maxResponseSize)
                                .map(bytes ->
                                        new SubgraphResponse(answer.status().code(), bytes)))
                .onErrorMap(this::describe);
    }

    private Flux<SubgraphResponse> eventsOf(Flux<ByteBuf> body) {
        EventStreamReader reader = new EventStreamReader(maxResponseSize);
        return body.map(reader::read)
                .concatMapIterable(Function.identity())
                .takeUntil(event -> event.name().equals("complete"))
                .filter(event -> event.name().equals("next"))
                .map(event -> new SubgraphResponse(200, event.data().getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isEventStream(HttpHeaders headers) {
        String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return contentType != null && contentType.startsWith(EVENT_STREAM);
    }

    private static Publisher<Void> write(SubgraphRequest request, HttpClientRequest call, NettyOutbound outbound) {
        HttpHeaders headers = call.requestHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, request.body().remaining());
        for (ForwardedHeaders.Header header : ForwardedHeaders.of(request.context())) {
            headers.set(header.name(), header.value());
        }
        return outbound.send(Mono.just(Unpooled.wrappedBuffer(request.body())));
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
