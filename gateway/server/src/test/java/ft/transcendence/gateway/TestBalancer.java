package ft.transcendence.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A load balancer: sends each request to the next gateway that is ready, over connections that it keeps. It learns from the readiness
 * probe alone what is ready, and never sends a request twice.
 */
final class TestBalancer implements AutoCloseable {
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.create().disableRetry(true);
    private final List<Backend> backends = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Disposable probes;
    private final DisposableServer server;

    private static final class Backend {
        private final PlatformGateway gateway;
        private final String address;
        private volatile boolean ready;

        Backend(PlatformGateway gateway) {
            this.gateway = gateway;
            this.address = gateway.address("").toString();
        }
    }

    TestBalancer() {
        probes = Flux.interval(PROBE_INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> Flux.fromIterable(backends).flatMap(this::probe), 1)
                .subscribe();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::forward)
                .bindNow();
    }

    void add(PlatformGateway gateway) {
        backends.add(new Backend(gateway));
    }

    void remove(PlatformGateway gateway) {
        backends.removeIf(backend -> backend.gateway == gateway);
    }

    long ready() {
        return backends.stream().filter(backend -> backend.ready).count();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private Mono<Void> probe(Backend backend) {
        URI readiness;
        try {
            readiness = backend.gateway.readiness();
        } catch (IllegalStateException stopped) {
            backend.ready = false;
            return Mono.empty();
        }
        return HttpClient.newConnection()
                .responseTimeout(Duration.ofSeconds(1))
                .get()
                .uri(readiness)
                .responseSingle((response, body) -> Mono.just(response.status().code() == 200))
                .onErrorReturn(false)
                .doOnNext(ready -> backend.ready = ready)
                .then();
    }

    private Mono<Void> forward(HttpServerRequest request, HttpServerResponse response) {
        List<Backend> ready = backends.stream().filter(backend -> backend.ready).toList();
        if (ready.isEmpty()) {
            return response.status(503).send().then();
        }
        Backend next = ready.get(Math.floorMod(requests.getAndIncrement(), ready.size()));
        return client.headers(headers -> {
                    headers.set(request.requestHeaders());
                    headers.remove(HttpHeaderNames.HOST);
                })
                .request(request.method())
                .uri(next.address + request.uri())
                .send(ByteBufFlux.fromInbound(request.receive().retain()))
                .responseConnection((answer, connection) -> response.status(answer.status())
                        .headers(answer.responseHeaders().copy().remove(HttpHeaderNames.CONNECTION))
                        .send(connection.inbound().receive().retain())
                        .then())
                .then();
    }

    @Override
    public void close() {
        probes.dispose();
        server.disposeNow();
    }
}
