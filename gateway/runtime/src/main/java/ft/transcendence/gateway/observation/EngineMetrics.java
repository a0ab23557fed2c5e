package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.cache.ResponseCache;
import ft.transcendence.gateway.http.OpenWebSockets;
import ft.transcendence.gateway.identity.AccessTokenVerifier;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Measures what the engine and the gateway hold: read when somebody asks. */
@Component
final class EngineMetrics implements MeterBinder {
    private final CurrentEngine engine;
    private final OpenWebSockets webSockets;
    private final ResponseCache cache;
    private final ObjectProvider<AccessTokenVerifier> tokens;

    EngineMetrics(
            CurrentEngine engine,
            OpenWebSockets webSockets,
            ResponseCache cache,
            ObjectProvider<AccessTokenVerifier> tokens) {
        this.engine = engine;
        this.webSockets = webSockets;
        this.cache = cache;
        this.tokens = tokens;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.PLAN_CACHE_SIZE.gauge(registry, () -> engine.get().operationCacheWeight());
        Metric.PLAN_WAITING.gauge(registry, () -> engine.get().waitingForPlanning());
        Metric.WEBSOCKETS.gauge(registry, webSockets::count);
        Metric.CACHE_ENTRIES.gauge(registry, cache::entries);
        Metric.CACHE_SIZE.gauge(registry, cache::bytes);
        Metric.CACHE_INVALIDATIONS.counter(registry, cache::invalidations);
        Metric.CACHE_FAILURES.counter(registry, cache::failures);
        tokens.ifAvailable(verifier -> {
            Metric.TOKENS.counter(registry, verifier::knownTokens, "hit");
            Metric.TOKENS.counter(registry, verifier::newTokens, "miss");
        });
    }
}
