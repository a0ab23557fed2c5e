package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.operation.OperationRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTests {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final RecordedOperations operations =
            new RecordedOperations(new OperationMetrics(registry), new FetchMetrics(registry));

    private double count(Metric metric, String... values) {
        return metric.counter(registry, values).count();
    }

    private double gauge(Metric metric, String value) {
        return registry.get(metric.meter())
                .tag(metric.tags().getFirst().key(), value)
                .gauge()
                .value();
    }

    @Test
    void requestIsMeasuredByMethodStatusAndRefusal() {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP);
        operations.pass(Duration.ofMillis(30));
        record.refused(GatewayError.RATE_LIMITED);
        record.completed(429, 10);

        assertThat(Metric.REQUESTS
                        .timer(registry, "POST", "429", "RATE_LIMITED")
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(30);
        assertThat(count(Metric.REFUSALS, "RATE_LIMITED")).isEqualTo(1);
        assertThat(count(Metric.OPERATIONS, "unknown", "refused")).isEqualTo(1);
    }

    @Test
    void plansAreHitsUnlessTheOperationWasPrepared() {
        OperationRecord planned = operations.open(OperationRecord.Transport.HTTP);
        planned.observer().preparing();
        operations.pass(Duration.ofMillis(5));
        planned.observer().identified(OperationKind.QUERY, null);
        planned.observer().costEstimated(40);
        planned.observer().prepared(2);
        planned.completed(200, 1);
        OperationRecord cached = operations.open(OperationRecord.Transport.HTTP);
        cached.observer().identified(OperationKind.QUERY, null);
        cached.observer().prepared(0);
        cached.completed(200, 1);

        assertThat(count(Metric.PLAN_CACHE, "miss")).isEqualTo(1);
        assertThat(count(Metric.PLAN_CACHE, "hit")).isEqualTo(1);
        assertThat(Metric.PLAN_DURATION.timer(registry).count()).isEqualTo(1);
        assertThat(Metric.COST.summary(registry).totalAmount()).isEqualTo(40);
        assertThat(count(Metric.DENIED_FIELDS)).isEqualTo(2);
        assertThat(count(Metric.OPERATIONS, "query", "ok")).isEqualTo(2);
        assertThat(planned.observer().wantsCost()).isTrue();
    }

    @Test
    void streamsAreCountedWhileTheyAreOpenAndAreNoRequests() {
        OperationRecord stream = operations.open(OperationRecord.Transport.EVENT_STREAM);
        stream.started();
        assertThat(gauge(Metric.STREAMS, "sse")).isEqualTo(1);
        operations.pass(Duration.ofMinutes(5));
        stream.completed(200);

        assertThat(gauge(Metric.STREAMS, "sse")).isZero();
        assertThat(Metric.STREAM_DURATION.timer(registry, "sse").count()).isEqualTo(1);
        assertThat(registry.find(Metric.REQUESTS.meter()).timers()).isEmpty();
    }

    @Test
    void streamThatIsRefusedIsARequestAndNeverOpen() {
        OperationRecord stream = operations.open(OperationRecord.Transport.EVENT_STREAM);
        stream.refused(GatewayError.TOO_MANY_STREAMS);
        stream.completed(429, 10);

        assertThat(gauge(Metric.STREAMS, "sse")).isZero();
        assertThat(Metric.REQUESTS
                        .timer(registry, "POST", "429", "TOO_MANY_STREAMS")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void errorsAreCountedOncePerResponseByCodeAndSubgraph() {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP);
        record.responded(RecordedOperations.response("NOT_FOUND", "users"));
        record.responded(RecordedOperations.response("BAD_USER_INPUT", null));
        record.completed(200, 1);

        assertThat(count(Metric.ERRORS, "NOT_FOUND", "users")).isEqualTo(1);
        assertThat(count(Metric.ERRORS, "BAD_USER_INPUT", "none")).isEqualTo(1);
        assertThat(count(Metric.OPERATIONS, "unknown", "errors")).isEqualTo(1);
    }

    @Test
    void callsAreMeasuredBySubgraphStatusAndFailure() {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP);
        operations.fetch(record, "users", 20);
        RecordedOperations.start(record, "users", OperationKind.QUERY)
                .failed(new FetchFailure(FetchFailure.Reason.TIMED_OUT, 0, null, null));

        assertThat(Metric.FETCHES.timer(registry, "users", "200", "none").count())
                .isEqualTo(1);
        assertThat(Metric.FETCHES.timer(registry, "users", "none", "TIMED_OUT").count())
                .isEqualTo(1);
    }

    @Test
    void subscriptionsAtSubgraphsAreCountedWhileTheyAreOpen() {
        OperationRecord record = operations.open(OperationRecord.Transport.WEBSOCKET);
        FetchObserver stream = RecordedOperations.start(record, "users", OperationKind.SUBSCRIPTION);
        assertThat(gauge(Metric.SUBGRAPH_STREAMS, "users")).isEqualTo(1);
        stream.failed(new FetchFailure(FetchFailure.Reason.UNREACHABLE, 0, null, null));
        stream.ended();

        assertThat(gauge(Metric.SUBGRAPH_STREAMS, "users")).isZero();
        assertThat(count(Metric.SUBGRAPH_STREAM_FAILURES, "users", "UNREACHABLE"))
                .isEqualTo(1);
        assertThat(registry.find(Metric.FETCHES.meter()).timers()).isEmpty();
    }

    @Test
    void codesOfSubgraphsMakeABoundedNumberOfSeries() {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP);
        for (int i = 0; i < 500; i++) {
            answer(record, "CODE_" + i);
        }
        answer(record, "not a code");
        answer(record, "CODE_3");

        assertThat(registry.find(Metric.SUBGRAPH_ERRORS.meter()).counters()).hasSize(101);
        assertThat(count(Metric.SUBGRAPH_ERRORS, "users", "CODE_3")).isEqualTo(2);
        assertThat(count(Metric.SUBGRAPH_ERRORS, "users", KnownCodes.OTHER)).isEqualTo(401);
    }

    private static void answer(OperationRecord record, String code) {
        RecordedOperations.start(record, "users", OperationKind.QUERY)
                .answered(new SubgraphResponse(200, new byte[1]), List.of(new ResponseError(code, "users")));
    }
}
