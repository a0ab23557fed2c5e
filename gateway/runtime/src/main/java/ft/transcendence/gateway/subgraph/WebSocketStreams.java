package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.util.concurrent.Queues;

/** Opens subscriptions at one address over WebSockets, one for each. It ends with its subscription. */
final class WebSocketStreams implements Endpoint.Streams {
    private static final String PROTOCOL = "graphql-transport-ws";

    /** Messages that a subgraph does not read; answers to further pings are left out. */
    private static final int MOST_WAITING = 16;

    private final HttpClient http;
    private final URI address;
    private final Duration patience;
    private final int longestMessage;

    /**
     * @param http has the fixed headers
     * @param patience how long the subgraph may take to accept a connection
     * @param longestMessage in bytes
     */
    WebSocketStreams(HttpClient http, URI address, Duration patience, long longestMessage) {
        this.http = http;
        this.address = address;
        this.patience = patience;
        this.longestMessage = Math.toIntExact(Math.min(Integer.MAX_VALUE, longestMessage));
    }

    @Override
    public Flux<SubgraphResponse> subscribe(SubgraphRequest request, List<Header> headers) {
        WebsocketClientSpec spec = WebsocketClientSpec.builder()
                .protocols(PROTOCOL)
                .maxFramePayloadLength(longestMessage)
                .build();
        return http.headers(all -> headers.forEach(header -> all.add(header.name(), header.value())))
                .websocket(spec)
                .uri(address)
                .handle((in, out) -> new Conversation(request, headers).hold(in, out));
    }

    /** One subscription. Everything but the sending happens on the connection's event loop. */
    private final class Conversation {
        private final SubgraphRequest request;
        private final List<Header> headers;
        private final Sinks.Many<String> outgoing = Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<String>get(MOST_WAITING).get());
        private boolean ended;

        Conversation(SubgraphRequest request, List<Header> headers) {
            this.request = request;
            this.headers = headers;
        }

        Publisher<SubgraphResponse> hold(WebsocketInbound in, WebsocketOutbound out) {
            send(TransportWsMessage.connectionInit(headers));
            Flux<SubgraphResponse> events = in.aggregateFrames(longestMessage)
                    .receive()
                    .asString()
                    .map(TransportWsMessage::of)
                    // the first message is the acknowledgement
                    .timeout(Mono.delay(patience), message -> Mono.never())
                    .<SubgraphResponse>handle(this::receive)
                    .takeUntil(last -> ended)
                    .concatWith(Mono.defer(this::end));
            Flux<SubgraphResponse> sending = out.sendString(outgoing.asFlux())
                    .then()
                    .<SubgraphResponse>then(Mono.empty())
                    .flux();
            return Flux.merge(events.doFinally(signal -> outgoing.tryEmitComplete()), sending);
        }

        private void receive(TransportWsMessage message, SynchronousSink<SubgraphResponse> sink) {
            switch (message.type()) {
                case CONNECTION_ACK -> send(TransportWsMessage.subscribe(request.body()));
                case PING -> send(TransportWsMessage.PONG);
                case PONG -> {}
                case NEXT -> sink.next(new SubgraphResponse(200, Objects.requireNonNull(message.payload())));
                case ERROR -> {
                    ended = true;
                    sink.next(new SubgraphResponse(200, Objects.requireNonNull(message.payload())));
                }
                case COMPLETE -> {
                    ended = true;
                    sink.complete();
                }
            }
        }

        private Mono<SubgraphResponse> end() {
            return ended
                    ? Mono.empty()
                    : Mono.error(new IllegalStateException("The WebSocket was closed before the subscription ended"));
        }

        private void send(String message) {
            outgoing.tryEmitNext(message);
        }
    }
}
