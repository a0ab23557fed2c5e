package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.body.BodyCollector;
import ft.transcendence.gateway.body.BodyTooLargeException;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.resilience.Instance;
import ft.transcendence.gateway.resilience.Instances;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientRequest;

/** Opens subscriptions at one subgraph. */
final class SubgraphStreams {
    private static final String EVENT_STREAM = "text/event-stream";

    private final String subgraph;
    private final Instances<Endpoint> instances;
    private final long maxResponseSize;

    SubgraphStreams(String subgraph, Instances<Endpoint> instances, long maxResponseSize) {
        this.subgraph = subgraph;
        this.instances = instances;
        this.maxResponseSize = maxResponseSize;
    }

    /**
     * The events of a subscription, by graphql-sse in distinct connections mode. From a subgraph that does not respond with a
     * stream, its single response.
     */
    Flux<SubgraphResponse> subscribe(SubgraphRequest request, List<Header> headers) {
        return Flux.defer(() -> subscribe(instances.next(null), request, headers));
    }

    private Flux<SubgraphResponse> subscribe(
            Instance<Endpoint> instance, SubgraphRequest request, List<Header> headers) {
        return instance.target().stream()
                .send((call, outbound) -> {
                    call.requestHeaders().set(HttpHeaderNames.ACCEPT, EVENT_STREAM);
                    return write(request, headers, call, outbound);
                })
                .response((response, body) -> {
                    instances.succeeded(instance);
                    return isEventStream(response.responseHeaders())
                            ? eventsOf(body)
                            : BodyCollector.collect(body, response.responseHeaders(), maxResponseSize)
                                    .map(bytes -> new SubgraphResponse(
                                            response.status().code(), bytes));
                })
                .doOnError(failure -> instances.failed(instance))
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

    private static Publisher<Void> write(
            SubgraphRequest request, List<Header> headers, HttpClientRequest call, NettyOutbound outbound) {
        HttpHeaders all = call.requestHeaders();
        all.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        all.set(HttpHeaderNames.CONTENT_LENGTH, request.body().remaining());
        headers.forEach(header -> all.add(header.name(), header.value()));
        return outbound.send(Mono.just(Unpooled.wrappedBuffer(request.body())));
    }

    private Throwable describe(Throwable failure) {
        return SubgraphCallException.of(subgraph, failure instanceof BodyTooLargeException, failure);
    }
}
