package ft.transcendence.gateway.client.reactor;

import ft.transcendence.gateway.body.BodyCollector;
import ft.transcendence.gateway.client.ConnectionUse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostCallback;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.PostRequest;
import ft.transcendence.gateway.client.PostTarget;
import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** One address of a {@link ReactorPostClient}. */
final class ReactorPostTarget implements PostTarget {
    private final HttpClient.RequestSender sender;
    private final long maxResponseSize;
    private final Duration responseTimeout;
    private final BooleanSupplier closed;
    private final ChannelGroup connections;

    /** @param closed whether the client was closed */
    ReactorPostTarget(
            HttpClient.RequestSender sender,
            long maxResponseSize,
            Duration responseTimeout,
            BooleanSupplier closed,
            ChannelGroup connections) {
        this.connections = connections;
        this.sender = sender;
        this.maxResponseSize = maxResponseSize;
        this.responseTimeout = responseTimeout;
        this.closed = closed;
    }

    @Override
    public PostRequest post(ByteBuffer body, List<Header> headers, PostCallback callback) {
        ReactorPostRequest request = new ReactorPostRequest(callback, closed);
        if (closed.getAsBoolean()) {
            // a pool that was disposed of would open again
            callback.onFailure(new PostFailedException(Reason.CLOSED, "The client is closed", null));
            return request;
        }
        sender.send((call, outbound) -> {
                    request.sending();
                    ByteBuffer content = body.duplicate();
                    HttpHeaders all = call.requestHeaders();
                    all.set(HttpHeaderNames.CONTENT_LENGTH, content.remaining());
                    headers.forEach(header -> all.add(header.name(), header.value()));
                    return outbound.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(content)));
                })
                .response((response, chunks) -> read(response, chunks, request))
                .subscribe(request);
        return request;
    }

    @Override
    public ConnectionUse connections() {
        return new ConnectionUse(connections.size(), 0, 0, 0);
    }

    private Mono<ReactorPostRequest.Response> read(
            HttpClientResponse response, ByteBufFlux chunks, ReactorPostRequest request) {
        int status = response.status().code();
        if (status == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            return Mono.error(new DecoderException("The peer switched protocols unrequested"));
        }
        HttpHeaders headers = response.responseHeaders();
        return BodyCollector.collect(chunks, headers, maxResponseSize)
                // the client's own timeout begins anew with every read
                .timeout(responseTimeout.minusNanos(request.nanosSinceSending()))
                .map(body -> new ReactorPostRequest.Response(status, headers, body));
    }
}
