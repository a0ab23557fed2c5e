package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.http.CompletedOperation;
import ft.transcendence.gateway.http.OperationListener;
import ft.transcendence.gateway.http.Refusal;
import ft.transcendence.gateway.supergraph.SupergraphReloadListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code gateway.operations}: time and number of answered requests by status and refusal; {@code gateway.supergraph.reloads}: changed
 * supergraph files by what came of them. Operation names are no labels: clients choose them, without bound.
 */
@Component
@Profile("!standalone")
final class GatewayMetrics implements OperationListener, SupergraphReloadListener {
    private final MeterRegistry registry;
    private final Counter reloaded;
    private final Counter refused;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.reloaded = reloads("used");
        this.refused = reloads("refused");
    }

    @Override
    public void completed(CompletedOperation operation) {
        Refusal refusal = operation.refusal();
        Timer.builder("gateway.operations")
                .description("Answered GraphQL requests")
                .tag("status", Integer.toString(operation.status()))
                .tag("refusal", refusal == null ? "none" : refusal.name())
                .publishPercentileHistogram()
                .register(registry)
                .record(operation.duration());
    }

    @Override
    public void reloaded() {
        reloaded.increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }

    private Counter reloads(String result) {
        return Counter.builder("gateway.supergraph.reloads")
                .description("Changed supergraph files")
                .tag("result", result)
                .register(registry);
    }
}
