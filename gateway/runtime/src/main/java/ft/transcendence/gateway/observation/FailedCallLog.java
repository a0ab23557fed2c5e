package ft.transcendence.gateway.observation;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.gateway.operation.CompletedFetch;
import ft.transcendence.gateway.operation.OperationListener;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.platform.process.LogThrottle;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Logs each request to a subgraph that has no usable response, with its cause: one line in ten seconds for each subgraph and
 * reason, which says how many were left out, so that an outage does not fill the disk.
 */
@Component
final class FailedCallLog implements OperationListener {
    private static final Logger LOG = LoggerFactory.getLogger(FailedCallLog.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final LogThrottle throttle;

    @Autowired
    FailedCallLog() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    FailedCallLog(LongSupplier nanoTime) {
        this.throttle = new LogThrottle(BETWEEN_LINES, nanoTime);
    }

    @Override
    public boolean isActive() {
        return LOG.isWarnEnabled();
    }

    @Override
    public boolean wantsFailuresOnly() {
        return true;
    }

    @Override
    public void fetched(OperationRecord operation, CompletedFetch fetch) {
        FetchFailure failure = fetch.failure();
        if (failure != null && isFaultOfTheSubgraph(failure.reason())) {
            throttle.tryLog(fetch.subgraph() + ' ' + failure.reason())
                    .ifPresent(leftOut -> LOG.warn(
                            "A call of subgraph {} failed: reason={} status={} ms={} operation={} request={} trace={} cause={};"
                                    + " {} such failures were not logged since the last one",
                            fetch.subgraph(),
                            failure.reason(),
                            failure.status() == 0 ? "-" : failure.status(),
                            fetch.duration().toMillis(),
                            LogText.or(operation.engine().name(), "-"),
                            LogText.or(operation.requestId(), "-"),
                            LogText.or(operation.traceId(), "-"),
                            causeOf(failure),
                            leftOut));
        }
    }

    private static boolean isFaultOfTheSubgraph(FetchFailure.Reason reason) {
        return switch (reason) {
            case TIMED_OUT, UNREACHABLE, REFUSED, HTTP_STATUS, MALFORMED -> true;
            case ENDED, CANCELLED -> false;
        };
    }

    private static String causeOf(FetchFailure failure) {
        if (failure.detail() != null) {
            return LogText.clean(failure.detail());
        }
        Throwable root = rootOf(failure.cause());
        if (root == null) {
            return "-";
        }
        String type = root.getClass().getSimpleName();
        return root.getMessage() == null ? type : type + ": " + LogText.clean(root.getMessage());
    }

    /** What came first; what was made of it afterwards says less. */
    private static @Nullable Throwable rootOf(@Nullable Throwable problem) {
        Throwable root = problem;
        for (int depth = 0; root != null && root.getCause() != null && depth < 10; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
