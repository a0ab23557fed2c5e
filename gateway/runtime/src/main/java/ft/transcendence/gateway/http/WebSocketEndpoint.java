package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.flush.DeferredFlush;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.network.PublicAddress;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * Opens WebSockets. Browsers send cookies with handshakes from any page, without a preflight, so handshakes from other origins
 * are refused here.
 */
@Component
final class WebSocketEndpoint {
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final int NO_COMMON_PROTOCOL = 4406;

    private final Supplier<GraphQLHttpProperties> http;
    private final AllowedOrigins origins;
    private final PublicAddress address;
    private final Supplier<StreamProperties> streams;
    private final CallerLifetime lifetime;
    private final StreamShutdown shutdown;
    private final CallerResolver callers;
    private final RateLimiter rateLimiter;
    private final RequestMemory requestMemory;
    private final StreamLimiter limiter;
    private final StreamAdmission admission;
    private final RequestContexts contexts;
    private final CurrentEngine engine;
    private final WebSocketMessage.Codec codec;
    private final OperationRecords records;

    WebSocketEndpoint(
            Supplier<GraphQLHttpProperties> http,
            AllowedOrigins origins,
            PublicAddress address,
            Supplier<StreamProperties> streams,
            CallerLifetime lifetime,
            StreamShutdown shutdown,
            CallerResolver callers,
            RateLimiter rateLimiter,
            RequestMemory requestMemory,
            StreamLimiter limiter,
            StreamAdmission admission,
            RequestContexts contexts,
            CurrentEngine engine,
            WebSocketMessage.Codec codec,
            OperationRecords records) {
        this.http = http;
        this.origins = origins;
        this.address = address;
        this.streams = streams;
        this.lifetime = lifetime;
        this.shutdown = shutdown;
        this.callers = callers;
        this.rateLimiter = rateLimiter;
        this.requestMemory = requestMemory;
        this.limiter = limiter;
        this.admission = admission;
        this.contexts = contexts;
        this.engine = engine;
        this.codec = codec;
        this.records = records;
    }

    static boolean isHandshake(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.requestHeaders().get(HttpHeaderNames.UPGRADE));
    }

    Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        HttpHeaders headers = request.requestHeaders().copy();
        if (!isOwnOrigin(headers)) {
            return response.status(HttpResponseStatus.FORBIDDEN).send();
        }
        if (!offersProtocol(headers)) {
            return response.sendWebsocket(
                    (inbound, outbound) -> outbound.sendClose(NO_COMMON_PROTOCOL, "Subprotocol not acceptable"));
        }
        Disposable lease;
        try {
            lease = limiter.openConnection(request.remoteAddress());
        } catch (GatewayErrorException tooMany) {
            return response.status(tooMany.error().status()).send();
        }
        request.withConnection(connection -> connection.channel().closeFuture().addListener(closed -> lease.dispose()));
        WebsocketServerSpec spec = WebsocketServerSpec.builder()
                .protocols(PROTOCOL)
                .maxFramePayloadLength(Math.toIntExact(http.get().maxBodySize().toBytes()))
                .build();
        return response.sendWebsocket((inbound, outbound) -> converse(request, headers, inbound, outbound), spec);
    }

    private static boolean offersProtocol(HttpHeaders headers) {
        String offered = headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "");
        return Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
    }

    private Publisher<Void> converse(
            HttpServerRequest request, HttpHeaders headers, WebsocketInbound inbound, WebsocketOutbound outbound) {
        Disposable.Swap own = Disposables.swap();
        AtomicReference<StreamBackpressure> client = new AtomicReference<>();
        // by network, since the caller may not be known yet
        PartialMessageMemory partial =
                new PartialMessageMemory(requestMemory.open(CallerIdentity.anonymous(), request.remoteAddress()));
        inbound.withConnection(open -> {
            open.channel().pipeline().addFirst(partial);
            // each message is sent on its own
            open.channel().pipeline().remove(DeferredFlush.class);
            client.set(StreamBackpressure.of(open, streams.get().stallTimeout()));
            open.channel().closeFuture().addListener(closed -> own.dispose());
        });
        WebSocketConnection connection = new WebSocketConnection(
                codec, streams.get(), shutdown.started(), lifetime, new Host(headers, request.remoteAddress(), own));
        AtomicReference<WebSocketConnection.Output.Close> end = new AtomicReference<>();
        Flux<WebSocketFrame> frames = connection
                .outputs(messages(inbound, connection).doOnNext(message -> partial.whole()))
                .concatMapIterable(output -> switch (output) {
                    case WebSocketConnection.Output.Text text -> List.of(new TextWebSocketFrame(text.message()));
                    // every client library responds to the WebSocket ping; the protocol's own keeps proxies from
                    // closing the connection
                    case WebSocketConnection.Output.Beat beat ->
                        List.of(new PingWebSocketFrame(), new TextWebSocketFrame(WebSocketMessage.Codec.PING));
                    case WebSocketConnection.Output.Close close -> {
                        end.set(close);
                        yield List.of();
                    }
                });
        return outbound.sendObject(client.get().pace(frames), frame -> true).then(Mono.defer(() -> {
            WebSocketConnection.Output.Close close = end.get();
            return close == null ? outbound.sendClose() : outbound.sendClose(close.status(), close.reason());
        }));
    }

    private Flux<String> messages(WebsocketInbound inbound, WebSocketConnection connection) {
        return inbound.aggregateFrames(Math.toIntExact(http.get().maxBodySize().toBytes()))
                .receiveFrames()
                .doOnNext(frame -> connection.recordActivity())
                .filter(frame -> frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame)
                .map(frame -> frame.content().toString(StandardCharsets.UTF_8));
    }

    /** The gateway, as one connection sees it. */
    private final class Host implements WebSocketConnection.Host {
        private final HttpHeaders headers;
        private final @Nullable InetSocketAddress address;
        private final Disposable.Swap lease;

        /** @param lease counts the connection for its caller */
        Host(HttpHeaders headers, @Nullable InetSocketAddress address, Disposable.Swap lease) {
            this.headers = headers;
            this.address = address;
            this.lease = lease;
        }

        @Override
        public Mono<CallerIdentity> identify(@Nullable String authorization) {
            return callers.resolve(withAuthorization(headers, authorization));
        }

        @Override
        public void admit(CallerIdentity caller) {
            lease.update(limiter.identifyConnection(caller, address));
        }

        @Override
        public ConnectionOperations.RunningOperation begin(CallerIdentity caller, long memory) {
            if (!rateLimiter.admits(caller, address)) {
                throw new GatewayErrorException(GatewayError.RATE_LIMITED);
            }
            return admission.begin(caller, address, memory);
        }

        @Override
        public long largestMessage() {
            return requestMemory.callerShare();
        }

        @Override
        public OperationRecord open() {
            return records.open(OperationRecord.Transport.WEBSOCKET, "GET", headers);
        }

        @Override
        public Flux<GraphQLResponse> execute(GraphQLRequest operation, CallerIdentity caller, OperationRecord record) {
            return JdkFlowAdapter.flowPublisherToFlux(engine.get()
                    .subscribe(
                            operation,
                            contexts.forStream(headers, caller, address, record).build()));
        }
    }

    private static HttpHeaders withAuthorization(HttpHeaders handshake, @Nullable String authorization) {
        return authorization == null
                ? handshake
                : new DefaultHttpHeaders().set(HttpHeaderNames.AUTHORIZATION, authorization);
    }

    private boolean isOwnOrigin(HttpHeaders headers) {
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin == null || address.isOrigin(origin) || origins.contains(origin)) {
            return true;
        }
        String host = headers.get(HttpHeaderNames.HOST);
        try {
            return host != null
                    && host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
