package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.resilience.SubgraphCondition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SubgraphMetricsTests {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void readWhatIsCounted() {
        SubgraphCondition users = new SubgraphCondition("users");
        new SubgraphMetrics(registry).called(users);
        users.retried();
        users.couldNotAffordRetry();
        users.couldNotAffordRetry();
        users.refusedByQueue();
        users.watch(null, () -> 7);

        assertThat(counted("gateway.subgraph.retries", "outcome", "made")).isEqualTo(1);
        assertThat(counted("gateway.subgraph.retries", "outcome", "left out")).isEqualTo(2);
        assertThat(counted("gateway.subgraph.refusals", "reason", "queue")).isEqualTo(1);
        assertThat(counted("gateway.subgraph.refusals", "reason", "circuit")).isZero();
        assertThat(registry.get("gateway.subgraph.connections")
                        .tag("subgraph", "users")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThat(registry.get("gateway.subgraph.circuit")
                        .tag("subgraph", "users")
                        .gauge()
                        .value())
                .isZero();
    }

    private double counted(String name, String tag, String value) {
        return registry.get(name)
                .tag("subgraph", "users")
                .tag(tag, value)
                .functionCounter()
                .count();
    }
}
