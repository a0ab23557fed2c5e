package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.ConnectionUse;
import ft.transcendence.gateway.resilience.SubgraphCondition;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
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
        users.watch(null, () -> new ConnectionUse(7, 2, 3, 4_500_000_000L));

        assertThat(counted("gateway.subgraph.retries", "outcome", "made")).isEqualTo(1);
        assertThat(counted("gateway.subgraph.retries", "outcome", "left out")).isEqualTo(2);
        assertThat(counted("gateway.subgraph.refusals", "reason", "queue")).isEqualTo(1);
        assertThat(counted("gateway.subgraph.refusals", "reason", "circuit")).isZero();
        assertThat(registry.get("gateway.subgraph.connections")
                        .tag("subgraph", "users")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThat(registry.get("gateway.subgraph.waiting").gauge().value()).isEqualTo(2);
        FunctionTimer waits = registry.get("gateway.subgraph.wait.duration").functionTimer();
        assertThat(waits.count()).isEqualTo(3);
        assertThat(waits.totalTime(TimeUnit.SECONDS)).isEqualTo(4.5);
        assertThat(registry.get("gateway.subgraph.circuit")
                        .tag("subgraph", "users")
                        .gauge()
                        .value())
                .isZero();
    }

    /** Micrometer holds what a function counter reads weakly. */
    @Test
    void goesOnCountingAfterAGarbageCollection() {
        SubgraphCondition users = new SubgraphCondition("users");
        new SubgraphMetrics(registry).called(users);
        users.retried();
        assertThat(counted("gateway.subgraph.retries", "outcome", "made")).isEqualTo(1);

        WeakReference<Object> garbage = new WeakReference<>(new Object());
        while (!garbage.refersTo(null)) {
            System.gc();
        }
        users.retried();

        assertThat(counted("gateway.subgraph.retries", "outcome", "made")).isEqualTo(2);
    }

    private double counted(String name, String tag, String value) {
        return registry.get(name)
                .tag("subgraph", "users")
                .tag(tag, value)
                .functionCounter()
                .count();
    }
}
