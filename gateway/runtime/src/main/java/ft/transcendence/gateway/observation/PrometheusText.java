package ft.transcendence.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Metrics in the text format of Prometheus, for a gateway without the actuator. Its classes are only loaded where they are used. */
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    /** A registry that also measures the JVM. */
    static MeterRegistry newRegistry() {
        MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        bindForEver(registry);
        return registry;
    }

    /** It listens to the collector, until the process ends. */
    @SuppressWarnings("resource")
    private static void bindForEver(MeterRegistry registry) {
        new JvmGcMetrics().bindTo(registry);
    }

    /** @param registry one of {@link #newRegistry} */
    static String of(MeterRegistry registry) {
        return ((PrometheusMeterRegistry) registry).scrape();
    }
}
