package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerResponse;

/** Streams the results of one subscription in a response, in one of the {@link StreamEncoding}s. */
@Component
final class StreamWriter {
    private final CurrentEngine engine;
    private final CallerLifetime lifetime;
    private final StreamShutdown shutdown;
    private final Duration keepAlive;
    private final Duration stallTimeout;

    StreamWriter(CurrentEngine engine, CallerLifetime lifetime, StreamShutdown shutdown, StreamProperties properties) {
        this.lifetime = lifetime;
        this.shutdown = shutdown;
        this.engine = engine;
        this.keepAlive = properties.keepAlive();
        this.stallTimeout = properties.stallTimeout();
    }

    /**
     * @param encoding how the client wants the results
     * @param reservation accounts for each event until the next one
     * @param resolution resolves the caller again when the token that opened the stream expires
     * @param context the engine's context for a caller
     */
    Mono<Void> send(
            GraphQLExchange exchange,
            StreamEncoding encoding,
            GraphQLRequest operation,
            RequestMemory.Reservation reservation,
            Mono<CallerIdentity> resolution,
            Function<CallerIdentity, RequestContext> context) {
        RenewingSubscription subscription = new RenewingSubscription(
                lifetime,
                caller -> JdkFlowAdapter.flowPublisherToFlux(engine.get().subscribe(operation, context.apply(caller))));
        Flux<ByteBuf> results = subscription
                .responses(lifetime.follow(exchange.caller, resolution))
                .doOnNext(event -> {
                    reservation.reserveResponse(event.size());
                    exchange.record.responded(event);
                })
                .map(encoding::result)
                .onErrorResume(GatewayErrorException.class, ended -> {
                    exchange.record.refused(ended.error());
                    return Flux.just(encoding.error(ended.error()));
                })
                .onErrorResume(failure -> {
                    exchange.record.refused(GatewayError.INTERNAL_ERROR);
                    exchange.logDefect(failure);
                    return Flux.just(encoding.error(GatewayError.INTERNAL_ERROR));
                });
        Mono<ByteBuf> end = shutdown.started().map(started -> encoding.error(GatewayError.UNAVAILABLE));
        // one result at a time: finished results that are not sent cost memory
        Flux<ByteBuf> events = Flux.merge(1, results.materialize(), end.flux().materialize())
                // the first of the two to end ends the stream
                .<ByteBuf>dematerialize()
                .concatWith(Mono.fromSupplier(encoding::end));
        exchange.record.started();
        return write(exchange, encoding, events).doOnSuccess(sent -> exchange.record.completed(200));
    }

    /** Sends events that are written already, until they end or the server shuts down. */
    Mono<Void> send(GraphQLExchange exchange, StreamEncoding encoding, Flux<ByteBuf> events) {
        return write(exchange, encoding, events.takeUntilOther(shutdown.started()));
    }

    private Mono<Void> write(GraphQLExchange exchange, StreamEncoding encoding, Flux<ByteBuf> events) {
        HttpServerResponse response = exchange.startStream(exchange.format);
        response.header(HttpHeaderNames.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no");
        Flux<ByteBuf> beats = Flux.interval(keepAlive).onBackpressureDrop().map(tick -> encoding.keepAlive());
        Sinks.Empty<Void> ended = Sinks.empty();
        Flux<ByteBuf> parts = Flux.merge(
                        events.doFinally(signal -> ended.tryEmitEmpty()), beats.takeUntilOther(ended.asMono()))
                // sends the head at once, so that clients know that the stream is open
                .startWith(encoding.start());
        return response.send(client(exchange).pace(parts), part -> true).then();
    }

    private StreamBackpressure client(GraphQLExchange exchange) {
        AtomicReference<StreamBackpressure> client = new AtomicReference<>();
        exchange.request.withConnection(connection -> client.set(StreamBackpressure.of(connection, stallTimeout)));
        return client.get();
    }
}
