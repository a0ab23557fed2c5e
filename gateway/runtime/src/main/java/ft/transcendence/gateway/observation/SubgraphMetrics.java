package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.resilience.SubgraphCondition.Circuit;
import ft.transcendence.gateway.resilience.SubgraphConditionListener;
import io.micrometer.core.instrument.MeterRegistry;

/** Measures the retries, refusals, connections and circuit breaker of each subgraph. They are read from what is counted anyway. */
final class SubgraphMetrics implements SubgraphConditionListener {
    private static final double HALF = 0.5;

    private final MeterRegistry registry;

    SubgraphMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void called(SubgraphCondition subgraph) {
        String name = subgraph.subgraph();
        Metric.SUBGRAPH_RETRIES.counter(registry, subgraph::retries, name, "made");
        Metric.SUBGRAPH_RETRIES.counter(registry, subgraph::retriesLeftOut, name, "left out");
        Metric.SUBGRAPH_REFUSALS.counter(registry, subgraph::refusalsByCircuit, name, "circuit");
        Metric.SUBGRAPH_REFUSALS.counter(registry, subgraph::refusalsByQueue, name, "queue");
        Metric.CACHE.counter(registry, subgraph::foundInCache, name, "hit");
        Metric.CACHE.counter(registry, subgraph::missedInCache, name, "miss");
        Metric.SUBGRAPH_CONNECTIONS.gauge(registry, () -> subgraph.connections().open(), name);
        Metric.SUBGRAPH_WAITING.gauge(registry, () -> subgraph.connections().waiting(), name);
        Metric.SUBGRAPH_WAITS.timer(
                registry,
                () -> subgraph.connections().waits(),
                () -> subgraph.connections().waitedNanos(),
                name);
        Metric.SUBGRAPH_CIRCUIT.gauge(registry, () -> valueOf(subgraph.circuit()), name);
    }

    private static double valueOf(Circuit circuit) {
        return switch (circuit) {
            case CLOSED -> 0;
            case HALF_OPEN -> HALF;
            case OPEN -> 1;
        };
    }
}
