package ft.transcendence.gateway.observation;

import ft.transcendence.federation.ResponseError;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.operation.CompletedOperation;
import ft.transcendence.gateway.operation.OperationListener;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecord.Transport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Measures operations: their duration, kind, outcome, errors and plans. Operation names are no tags, since clients could create any
 * number of them.
 */
final class OperationMetrics implements OperationListener {
    private record Request(
            String method, int status, @Nullable GatewayError refusal) {}

    private record Outcome(String type, String outcome) {}

    /** Kept, since looking up a meter by its tags costs more than recording. */
    private final ConcurrentMap<Request, Timer> requests = new ConcurrentHashMap<>();

    private final ConcurrentMap<Outcome, Counter> operations = new ConcurrentHashMap<>();
    private final ConcurrentMap<ResponseError, Counter> errors = new ConcurrentHashMap<>();
    private final ConcurrentMap<GatewayError, Counter> refusals = new ConcurrentHashMap<>();
    private final KnownCodes codes = new KnownCodes();

    private final MeterRegistry registry;
    private final Streams eventStreams;
    private final Streams webSockets;
    private final Counter hits;
    private final Counter misses;
    private final Timer preparations;
    private final DistributionSummary costs;
    private final Counter deniedFields;

    OperationMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.eventStreams = new Streams(registry, "sse");
        this.webSockets = new Streams(registry, "websocket");
        this.hits = Metric.PLAN_CACHE.counter(registry, "hit");
        this.misses = Metric.PLAN_CACHE.counter(registry, "miss");
        this.preparations = Metric.PLAN_DURATION.timer(registry);
        this.costs = Metric.COST.summary(registry);
        this.deniedFields = Metric.DENIED_FIELDS.counter(registry);
    }

    /** The streams of one transport. */
    private static final class Streams {
        private final AtomicInteger active = new AtomicInteger();
        private final Timer duration;

        Streams(MeterRegistry registry, String transport) {
            this.duration = Metric.STREAM_DURATION.timer(registry, transport);
            Metric.STREAMS.gauge(registry, active::get, transport);
        }
    }

    private @Nullable Streams streamsOf(OperationRecord operation) {
        return switch (operation.transport()) {
            case HTTP -> null;
            case EVENT_STREAM -> eventStreams;
            case WEBSOCKET -> webSockets;
        };
    }

    @Override
    public boolean wantsCost() {
        return true;
    }

    @Override
    public void started(OperationRecord operation) {
        Streams streams = streamsOf(operation);
        if (streams != null) {
            streams.active.incrementAndGet();
        }
    }

    @Override
    public void responded(OperationRecord operation, List<ResponseError> responseErrors) {
        responseErrors.stream().distinct().forEach(error -> {
            String subgraph = error.subgraph() == null ? Statuses.NONE : error.subgraph();
            errors.computeIfAbsent(
                            new ResponseError(codes.valueOf(error.code()), subgraph),
                            known -> Metric.ERRORS.counter(registry, known.code(), subgraph))
                    .increment();
        });
    }

    @Override
    public void completed(CompletedOperation operation) {
        OperationRecord record = operation.record();
        measureDuration(operation, record);
        measurePreparation(record);
        operations
                .computeIfAbsent(
                        new Outcome(typeOf(record), outcomeOf(operation)),
                        known -> Metric.OPERATIONS.counter(registry, known.type(), known.outcome()))
                .increment();
        if (operation.error() != null) {
            refusals.computeIfAbsent(operation.error(), error -> Metric.REFUSALS.counter(registry, error.name()))
                    .increment();
        }
    }

    private void measureDuration(CompletedOperation operation, OperationRecord record) {
        Streams streams = record.hasStarted() ? streamsOf(record) : null;
        if (streams != null) {
            streams.active.decrementAndGet();
            streams.duration.record(operation.duration());
        } else if (record.transport() != Transport.WEBSOCKET) {
            requests.computeIfAbsent(
                            new Request(methodOf(record), operation.status(), operation.error()), this::requestTimer)
                    .record(operation.duration());
        }
    }

    private Timer requestTimer(Request request) {
        return Metric.REQUESTS.timer(
                registry,
                request.method(),
                Statuses.valueOf(request.status()),
                request.refusal() == null ? Statuses.NONE : request.refusal().name());
    }

    private void measurePreparation(OperationRecord record) {
        Duration preparation = record.engine().preparation();
        if (record.engine().isPrepared()) {
            (preparation == null ? hits : misses).increment();
        }
        if (preparation != null) {
            preparations.record(preparation);
        }
        if (!Double.isNaN(record.engine().cost())) {
            costs.record(record.engine().cost());
        }
        if (record.engine().deniedFields() > 0) {
            deniedFields.increment(record.engine().deniedFields());
        }
    }

    private static String methodOf(OperationRecord record) {
        return switch (record.method()) {
            case "GET" -> "GET";
            case "POST" -> "POST";
            default -> "_OTHER";
        };
    }

    private static String typeOf(OperationRecord record) {
        return record.engine().kind() == null
                ? "unknown"
                : record.engine().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String outcomeOf(CompletedOperation operation) {
        if (operation.error() != null) {
            return "refused";
        }
        return operation.record().hasErrors() ? "errors" : "ok";
    }
}
