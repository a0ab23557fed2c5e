package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.resilience.SubgraphCondition.Circuit;
import ft.transcendence.gateway.resilience.SubgraphConditionListener;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * For each subgraph, {@code gateway.subgraph.retries} by whether the budget allowed them, {@code gateway.subgraph.refusals} of calls
 * by reason, {@code gateway.subgraph.connections} that are open, and {@code gateway.subgraph.circuit}: 0 closed, 0.5 half open, 1
 * open. They are read from what is counted anyway.
 */
@Component
@Profile("!standalone")
final class SubgraphMetrics implements SubgraphConditionListener {
    private static final double HALF = 0.5;

    private final MeterRegistry registry;

    SubgraphMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void called(SubgraphCondition subgraph) {
        count("gateway.subgraph.retries", "outcome", "made", subgraph, SubgraphCondition::retries);
        count("gateway.subgraph.retries", "outcome", "left out", subgraph, SubgraphCondition::retriesLeftOut);
        count("gateway.subgraph.refusals", "reason", "circuit", subgraph, SubgraphCondition::refusalsByCircuit);
        count("gateway.subgraph.refusals", "reason", "queue", subgraph, SubgraphCondition::refusalsByQueue);
        gauge("gateway.subgraph.connections", subgraph, SubgraphCondition::connections);
        gauge("gateway.subgraph.circuit", subgraph, condition -> valueOf(condition.circuit()));
    }

    private void count(
            String name,
            String tag,
            String value,
            SubgraphCondition subgraph,
            ToDoubleFunction<SubgraphCondition> read) {
        FunctionCounter.builder(name, subgraph, read)
                .tag("subgraph", subgraph.subgraph())
                .tag(tag, value)
                .register(registry);
    }

    private void gauge(String name, SubgraphCondition subgraph, ToDoubleFunction<SubgraphCondition> read) {
        Gauge.builder(name, subgraph, read)
                .tag("subgraph", subgraph.subgraph())
                .strongReference(true)
                .register(registry);
    }

    private static double valueOf(Circuit circuit) {
        return switch (circuit) {
            case CLOSED -> 0;
            case HALF_OPEN -> HALF;
            case OPEN -> 1;
        };
    }
}
