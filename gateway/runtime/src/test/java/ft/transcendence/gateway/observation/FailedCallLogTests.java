package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchFailure.Reason;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.gateway.operation.AccessLogProperties;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.operation.OperationTracer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailedCallLogTests {
    private long now;
    private final RecordedOperations operations = new RecordedOperations(new FailedCallLog(() -> now));
    private OperationRecord record = operations.open(OperationRecord.Transport.HTTP);

    @BeforeEach
    void open() {
        record = operations.open(OperationRecord.Transport.HTTP, "X-Request-Id", "req-1");
        record.observer().identified(OperationKind.QUERY, "Profile");
    }

    private void fail(String subgraph, Reason reason, @Nullable Throwable cause) {
        RecordedOperations.start(record, subgraph, OperationKind.QUERY)
                .failed(new FetchFailure(reason, 0, null, cause));
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("A call of"))
                .toList();
    }

    @Test
    void saysWhatFailedAndWhy(CapturedOutput output) {
        fail("users", Reason.UNREACHABLE, new IllegalStateException("outer", new ConnectException("refused: users:1")));
        assertThat(lines(output))
                .singleElement()
                .asString()
                .contains(
                        "A call of subgraph users failed: reason=UNREACHABLE status=- ms=0 operation=Profile request=req-1"
                                + " trace=- cause=ConnectException: refused: users:1; 0 such failures");
    }

    @Test
    void timeoutsStatusesAndMalformedBodiesLeaveATraceEach(CapturedOutput output) {
        fail("users", Reason.TIMED_OUT, new TimeoutException());
        RecordedOperations.start(record, "users", OperationKind.QUERY)
                .failed(new FetchFailure(Reason.HTTP_STATUS, 502, null, null));
        RecordedOperations.start(record, "users", OperationKind.QUERY)
                .failed(new FetchFailure(Reason.MALFORMED, 200, "Not JSON\nat byte 1", null));
        assertThat(lines(output))
                .satisfiesExactly(
                        timeout -> assertThat(timeout).contains("reason=TIMED_OUT", "cause=TimeoutException;"),
                        status -> assertThat(status).contains("reason=HTTP_STATUS status=502", "cause=-;"),
                        malformed -> assertThat(malformed)
                                .contains("reason=MALFORMED status=200", "cause=Not JSON at byte 1;"));
    }

    @Test
    void outageIsOneLineInTenSecondsForEachSubgraphAndReason(CapturedOutput output) {
        for (int i = 0; i < 5; i++) {
            fail("users", Reason.TIMED_OUT, null);
        }
        fail("matches", Reason.TIMED_OUT, null);
        now += Duration.ofSeconds(10).toNanos();
        fail("users", Reason.TIMED_OUT, null);

        assertThat(lines(output))
                .hasSize(3)
                .last()
                .asString()
                .contains("subgraph users", "; 4 such failures were not logged since the last one");
    }

    @Test
    void aloneItNeedsNothingButFailures(CapturedOutput output) {
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set("X-Request-Id", "req-2");
        record = new OperationRecords(
                        List.of(new FailedCallLog(() -> now)),
                        new AccessLogProperties(false),
                        OperationTracer.OFF,
                        () -> 0)
                .open(OperationRecord.Transport.HTTP, "POST", headers);
        operations.fetch(record, "users", 5);
        record.responded(RecordedOperations.response("NOT_FOUND", "users"));
        fail("users", Reason.TIMED_OUT, null);
        record.completed(200, 10);

        assertThat(record.isObserved()).isFalse();
        assertThat(record.responses()).isZero();
        assertThat(record.errors()).isEmpty();
        assertThat(lines(output)).singleElement().asString().contains("reason=TIMED_OUT", "request=req-2");
    }

    @Test
    void abandonedCallIsNoFaultOfTheSubgraph(CapturedOutput output) {
        fail("users", Reason.CANCELLED, null);
        fail("users", Reason.ENDED, null);
        assertThat(lines(output)).isEmpty();
    }

    @Test
    void addressesAreLoggedWithoutTheirSecrets(CapturedOutput output) {
        fail("users", Reason.UNREACHABLE, new ConnectException("https://me:hunter2@users:443/graphql?key=s3cret gone"));
        assertThat(lines(output))
                .singleElement()
                .asString()
                .contains("https://users:443/graphql gone")
                .doesNotContain("hunter2", "s3cret");
    }
}
