package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.cache.CacheInvalidationEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Serves health and metrics of a standalone gateway, and the invalidation of its cache, on a port of their own, at the actuator's paths. The actuator itself would make
 * the start longer by a third. It is ready from the moment when the supergraph is loaded and the server accepts requests until the
 * server shuts down.
 */
@Component
public final class StandaloneManagement implements SmartLifecycle, ApplicationListener<AvailabilityChangeEvent<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(StandaloneManagement.class);

    /** After the event loops, and far before the server: it is the last one to stop. */
    private static final int PHASE = 2;

    /** In bytes: more than the longest name that can be invalidated. */
    private static final int LONGEST_REQUEST = 16_384;

    private final Optional<InetSocketAddress> address;
    private final MetricsRegistry metrics;
    private final ObjectProvider<MeterBinder> binders;
    private final CacheInvalidationEndpoint cacheInvalidation;
    private final ObjectProvider<ReactorResourceFactory> resources;
    private volatile boolean ready;
    private volatile @Nullable DisposableServer server;

    StandaloneManagement(
            Environment environment,
            MetricsRegistry metrics,
            ObjectProvider<MeterBinder> binders,
            CacheInvalidationEndpoint cacheInvalidation,
            ObjectProvider<ReactorResourceFactory> resources) {
        this.address = ManagementAddress.ofStandalone(environment);
        this.metrics = metrics;
        this.binders = binders;
        this.cacheInvalidation = cacheInvalidation;
        this.resources = resources;
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
        if (event.getState() instanceof ReadinessState state) {
            ready = state == ReadinessState.ACCEPTING_TRAFFIC;
        }
    }

    @Override
    public void start() {
        if (address.isEmpty()) {
            return;
        }
        metrics.registry().ifPresent(registry -> binders.orderedStream().forEach(binder -> binder.bindTo(registry)));
        DisposableServer started = HttpServer.create()
                .runOn(resources.getObject().getLoopResources())
                .bindAddress(address::get)
                .handle(this::respond)
                .bindNow();
        server = started;
        LOG.info("Health and metrics are served on port {}", started.port());
    }

    /** The port; empty if nothing is served. */
    Optional<Integer> port() {
        return Optional.ofNullable(server).map(DisposableServer::port);
    }

    private Publisher<Void> respond(HttpServerRequest request, HttpServerResponse response) {
        return switch (request.uri()) {
            case "/actuator/health/liveness" -> health(response, true);
            case "/actuator/health/readiness" -> health(response, ready);
            case "/actuator/prometheus" ->
                metrics.registry().map(registry -> scrape(response, registry)).orElseGet(() -> notFound(response));
            case "/actuator/cacheinvalidation" -> invalidate(request, response);
            default -> notFound(response);
        };
    }

    private Publisher<Void> invalidate(HttpServerRequest request, HttpServerResponse response) {
        if (!request.method().equals(HttpMethod.POST)) {
            return response.status(HttpResponseStatus.METHOD_NOT_ALLOWED).send();
        }
        // without a length, there is no limit for what is read
        int length = request.requestHeaders().getInt(HttpHeaderNames.CONTENT_LENGTH, LONGEST_REQUEST + 1);
        if (length > LONGEST_REQUEST) {
            return response.status(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE).send();
        }
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(cacheInvalidation::invalidate)
                .flatMap(outcome -> response.status(outcome.status())
                        .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .sendByteArray(Mono.just(outcome.body()))
                        .then());
    }

    private static Mono<Void> health(HttpServerResponse response, boolean healthy) {
        return response.status(healthy ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .sendString(Mono.just(healthy ? "{\"status\":\"UP\"}" : "{\"status\":\"OUT_OF_SERVICE\"}"))
                .then();
    }

    /** Not on an event loop, since there can be thousands of lines. */
    private static Mono<Void> scrape(HttpServerResponse response, MeterRegistry registry) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, PrometheusText.CONTENT_TYPE)
                .sendString(
                        Mono.fromCallable(() -> PrometheusText.of(registry)).subscribeOn(Schedulers.boundedElastic()))
                .then();
    }

    private static Mono<Void> notFound(HttpServerResponse response) {
        return response.status(HttpResponseStatus.NOT_FOUND).send();
    }

    @Override
    public void stop() {
        DisposableServer running = server;
        server = null;
        if (running != null) {
            running.disposeNow();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
