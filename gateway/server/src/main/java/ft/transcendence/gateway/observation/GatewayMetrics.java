package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.http.CompletedOperation;
import ft.transcendence.gateway.http.OperationListener;
import ft.transcendence.gateway.supergraph.SupergraphReloadListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code gateway.operations}: duration and count of requests by status and gateway error. {@code gateway.supergraph.reloads}:
 * changed supergraph files by result. Operation names are no tags, since clients could create any number of them.
 */
@Component
@Profile("!standalone")
final class GatewayMetrics implements OperationListener, SupergraphReloadListener {
    private record Outcome(int status, @Nullable GatewayError error) {}

    private final MeterRegistry registry;
    /** Cached, since looking up a timer by its tags costs more than recording. */
    private final ConcurrentMap<Outcome, Timer> operations = new ConcurrentHashMap<>();

    private final Counter reloaded;
    private final Counter refused;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.reloaded = reloads("used");
        this.refused = reloads("refused");
    }

    @Override
    public void completed(CompletedOperation operation) {
        operations
                .computeIfAbsent(new Outcome(operation.status(), operation.error()), this::timer)
                .record(operation.duration());
    }

    private Timer timer(Outcome outcome) {
        GatewayError error = outcome.error();
        return Timer.builder("gateway.operations")
                .description("Completed GraphQL requests")
                .tag("status", Integer.toString(outcome.status()))
                .tag("refusal", error == null ? "none" : error.name())
                .publishPercentileHistogram()
                .register(registry);
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
