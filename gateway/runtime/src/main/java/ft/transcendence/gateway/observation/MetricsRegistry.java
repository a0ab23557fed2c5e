package ft.transcendence.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The registry of all metrics: that of the actuator, or an own one of a standalone gateway with a management port. Otherwise there
 * is none, and nothing is measured.
 */
@Component
final class MetricsRegistry {
    private final Optional<MeterRegistry> registry;

    MetricsRegistry(ObjectProvider<MeterRegistry> actuator, Environment environment) {
        this.registry = Optional.ofNullable(actuator.getIfAvailable())
                .or(() -> ManagementAddress.ofStandalone(environment).map(address -> PrometheusText.newRegistry()));
    }

    Optional<MeterRegistry> registry() {
        return registry;
    }
}
