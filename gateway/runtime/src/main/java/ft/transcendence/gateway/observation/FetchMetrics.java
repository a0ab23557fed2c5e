package ft.transcendence.gateway.observation;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.gateway.operation.CompletedFetch;
import ft.transcendence.gateway.operation.OperationListener;
import ft.transcendence.gateway.operation.OperationRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Measures what subgraphs are asked, and what they answer. */
final class FetchMetrics implements OperationListener {
    private record Outcome(String subgraph, int status, FetchFailure.@Nullable Reason failure) {}

    /** Kept, since looking up a meter by its tags costs more than recording. */
    private final ConcurrentMap<Outcome, Timer> fetches = new ConcurrentHashMap<>();

    private final ConcurrentMap<ResponseError, Counter> errors = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> streams = new ConcurrentHashMap<>();
    private final KnownCodes codes = new KnownCodes();
    private final MeterRegistry registry;

    FetchMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void fetched(OperationRecord operation, CompletedFetch fetch) {
        FetchFailure.Reason reason =
                fetch.failure() == null ? null : fetch.failure().reason();
        if (fetch.kind() != OperationKind.SUBSCRIPTION) {
            fetches.computeIfAbsent(new Outcome(fetch.subgraph(), fetch.status(), reason), this::timer)
                    .record(fetch.duration());
        } else if (reason != null) {
            Metric.SUBGRAPH_STREAM_FAILURES
                    .counter(registry, fetch.subgraph(), reason.name())
                    .increment();
        }
        fetch.errors().forEach(this::count);
    }

    private Timer timer(Outcome outcome) {
        return Metric.FETCHES.timer(
                registry,
                outcome.subgraph(),
                Statuses.valueOf(outcome.status()),
                outcome.failure() == null ? Statuses.NONE : outcome.failure().name());
    }

    private void count(ResponseError error) {
        String subgraph = String.valueOf(error.subgraph());
        errors.computeIfAbsent(
                        new ResponseError(codes.valueOf(error.code()), subgraph),
                        known -> Metric.SUBGRAPH_ERRORS.counter(registry, subgraph, known.code()))
                .increment();
    }

    @Override
    public void streamOpened(String subgraph) {
        streamsOf(subgraph).incrementAndGet();
    }

    @Override
    public void streamEnded(String subgraph) {
        streamsOf(subgraph).decrementAndGet();
    }

    private AtomicInteger streamsOf(String subgraph) {
        return streams.computeIfAbsent(subgraph, name -> {
            AtomicInteger active = new AtomicInteger();
            Metric.SUBGRAPH_STREAMS.gauge(registry, active::get, name);
            return active;
        });
    }
}
