package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.supergraph.SupergraphReloadListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts changed supergraph files. */
final class ReloadMetrics implements SupergraphReloadListener {
    private final Counter used;
    private final Counter refused;

    ReloadMetrics(MeterRegistry registry) {
        this.used = Metric.RELOADS.counter(registry, "used");
        this.refused = Metric.RELOADS.counter(registry, "refused");
    }

    @Override
    public void reloaded() {
        used.increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }
}
