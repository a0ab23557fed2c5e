package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Sends the parts of an incremental response, each as soon as the engine has it, as the
 * <a href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md">RFC about incremental delivery over HTTP</a> says:
 * one part of a multipart body for each. A response that is not incremental is sent as an ordinary one.
 */
@Component
final class IncrementalWriter {
    private static final MultipartBody BODY = new MultipartBody("-");
    private static final byte[] LAST = ",\"hasNext\":false}".getBytes(StandardCharsets.US_ASCII);

    private final StreamLimiter streams;
    private final Duration stallTimeout;

    IncrementalWriter(StreamLimiter streams, StreamProperties properties) {
        this.streams = streams;
        this.stallTimeout = properties.stallTimeout();
    }

    /** @param reservation accounts for each part until the next one */
    Mono<Void> send(GraphQLExchange exchange, Flux<GraphQLResponse> parts, RequestMemory.Reservation reservation) {
        return parts.doOnNext(part -> reservation.reserveResponse(part.size()))
                .switchOnFirst((signal, all) -> {
                    GraphQLResponse first = signal.get();
                    if (first == null || first.kind() != GraphQLResponse.Kind.PART) {
                        return all.concatMap(exchange::respond);
                    }
                    // an open response costs memory for as long as it lasts, as a stream does
                    return Flux.using(
                            () -> streams.openStream(exchange.caller, exchange.request.remoteAddress()),
                            lease -> write(exchange, all),
                            Disposable::dispose);
                })
                .then();
    }

    private Mono<Void> write(GraphQLExchange exchange, Flux<GraphQLResponse> parts) {
        Flux<ByteBuf> body = parts.doOnNext(exchange.record::responded)
                .map(part -> BODY.part(part.body()))
                .onErrorResume(failure -> {
                    exchange.record.refused(GatewayError.INTERNAL_ERROR);
                    exchange.logDefect(failure);
                    return Flux.just(failed());
                })
                .startWith(Mono.fromSupplier(BODY::start))
                .concatWith(Mono.fromSupplier(BODY::end));
        HttpServerResponse response = exchange.startParts();
        return response.send(client(exchange).pace(body), part -> true)
                .then()
                .doOnSuccess(sent -> exchange.record.completed(200));
    }

    private static ByteBuf failed() {
        byte[] error = ErrorBody.of(GatewayError.INTERNAL_ERROR, GatewayError.INTERNAL_ERROR.message());
        return BODY.part(ByteBuffer.wrap(error, 0, error.length - 1), ByteBuffer.wrap(LAST));
    }

    private StreamBackpressure client(GraphQLExchange exchange) {
        AtomicReference<StreamBackpressure> client = new AtomicReference<>();
        exchange.request.withConnection(connection -> client.set(StreamBackpressure.of(connection, stallTimeout)));
        return client.get();
    }
}
