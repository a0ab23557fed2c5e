package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.reload.ConfigReloadListener;
import ft.transcendence.gateway.supergraph.SupergraphReloadListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts changes of a file that is watched. */
final class ReloadMetrics implements SupergraphReloadListener, ConfigReloadListener {
    private final Counter used;
    private final Counter refused;

    ReloadMetrics(MeterRegistry registry, Metric reloads) {
        this.used = reloads.counter(registry, "used");
        this.refused = reloads.counter(registry, "refused");
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
