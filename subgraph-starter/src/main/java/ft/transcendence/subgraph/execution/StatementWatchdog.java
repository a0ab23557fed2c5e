package ft.transcendence.subgraph.execution;

import ft.transcendence.subgraph.error.ClientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels the running statements of cancelled executions, whose own threads are waiting for these statements. Further
 * statements of a cancelled execution are not started. Statements outside of executions, such as those of event
 * consumers, are not affected. Neither are commits, because their outcome would be unknown.
 */
final class StatementWatchdog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StatementWatchdog.class);

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);

    private final Set<RunningStatement> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("statement-watch").daemon().factory());

    /** A watchdog that checks periodically until it is closed. */
    static StatementWatchdog started() {
        StatementWatchdog watchdog = new StatementWatchdog();
        watchdog.timer.scheduleWithFixedDelay(
                watchdog::check, CHECK_INTERVAL.toMillis(), CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return watchdog;
    }

    /** Something that executes a statement. */
    interface Call {

        @Nullable Object execute() throws Throwable;
    }

    /** Executes a statement, and watches it if it belongs to an execution. */
    @Nullable Object watch(Statement statement, Call call) throws Throwable {
        RequestContext context = RequestContext.current().orElse(null);
        ExecutionBudget budget = context == null ? null : context.execution().orElse(null);
        if (context == null || budget == null) {
            return call.execute();
        }
        budget.cancellation().ifPresent(cancellation -> {
            throw new ClientException(cancellation.code(), cancellation.message());
        });
        RunningStatement watched = new RunningStatement(statement, budget, context.client());
        running.add(watched);
        try {
            return call.execute();
        } finally {
            running.remove(watched);
            watched.end();
        }
    }

    /** Checks all running statements. */
    void check() {
        for (RunningStatement statement : running) {
            try {
                statement.check();
            } catch (RuntimeException failure) {
                // a failed check must not stop the checks of other statements
                log.warn("Could not check a running statement", failure);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
