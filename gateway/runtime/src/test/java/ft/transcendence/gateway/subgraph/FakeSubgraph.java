package ft.transcendence.gateway.subgraph;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A real HTTP server that responds like a subgraph and records its requests. */
public final class FakeSubgraph implements AutoCloseable {
    /** One received request. */
    public record Call(String body, HttpHeaders headers) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final String scheme;
    private final DisposableServer server;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Responder responder = (call, response) -> json(response, 200, "{\"data\":{}}");

    /** Responds to one call. */
    public interface Responder {
        Publisher<Void> respond(Call call, HttpServerResponse response);
    }

    public FakeSubgraph() {
        this(null);
    }

    /** @param tls null for plain text */
    public FakeSubgraph(@Nullable SslContext tls) {
        scheme = tls == null ? "http" : "https";
        HttpServer plain = HttpServer.create();
        server = (tls == null
                        ? plain.protocol(HttpProtocol.HTTP11, HttpProtocol.H2C)
                        : plain.protocol(HttpProtocol.HTTP11, HttpProtocol.H2).secure(spec -> spec.sslContext(tls)))
                .host("127.0.0.1")
                .port(0)
                .doOnChannelInit((observer, channel, address) -> connections.incrementAndGet())
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(body -> {
                            Call call = new Call(body, request.requestHeaders().copy());
                            calls.add(call);
                            return Mono.from(responder.respond(call, response));
                        }))
                .bindNow();
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.port() + "/graphql";
    }

    public List<Call> calls() {
        return calls;
    }

    /** How many connections were opened. */
    public int connections() {
        return connections.get();
    }

    public void respondWith(Responder newResponder) {
        calls.clear();
        responder = newResponder;
    }

    /** Responds to every call with this body and status 200. */
    public void respondWith(Function<Call, String> body) {
        respondWith((call, response) -> json(response, 200, body.apply(call)));
    }

    public static Mono<Void> json(HttpServerResponse response, int status, String body) {
        return response.status(status)
                .header("content-type", "application/json")
                .sendByteArray(Mono.just(body.getBytes(StandardCharsets.UTF_8)))
                .then();
    }

    /** Streams text as server-sent events and flushes each piece. */
    public static Publisher<Void> events(HttpServerResponse response, Flux<String> pieces) {
        return response.sse()
                .send(pieces.map(piece -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8)), piece -> true);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
