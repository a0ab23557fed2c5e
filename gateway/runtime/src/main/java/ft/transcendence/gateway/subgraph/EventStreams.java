package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.body.BodyCollector;
import ft.transcendence.gateway.client.Header;
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
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

/**
 * Opens subscriptions at one address with server-sent events, by graphql-sse in distinct connections mode. From a subgraph that
 * does not respond with a stream, its single response is the only one.
 */
final class EventStreams implements Endpoint.Streams {
    private static final String EVENT_STREAM = "text/event-stream";

    private final HttpClient.RequestSender stream;
    private final long maxResponseSize;

    /** @param stream has the address and the fixed headers */
    EventStreams(HttpClient.RequestSender stream, long maxResponseSize) {
        this.stream = stream;
        this.maxResponseSize = maxResponseSize;
    }

    @Override
    public Flux<SubgraphResponse> subscribe(SubgraphRequest request, List<Header> headers) {
        return stream.send((call, outbound) -> {
                    call.requestHeaders().set(HttpHeaderNames.ACCEPT, EVENT_STREAM);
                    return write(request, headers, call, outbound);
                })
                .response((response, body) -> isEventStream(response.responseHeaders())
                        ? eventsOf(body)
                        : BodyCollector.collect(body, response.responseHeaders(), maxResponseSize)
                                .map(bytes ->
                                        new SubgraphResponse(response.status().code(), bytes)));
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
}
