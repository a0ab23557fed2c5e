package ft.transcendence.subgraph.execution;

import ft.transcendence.subgraph.error.ClientException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels the running statements of cancelled executions, whose own threads are waiting for these statements. Further
 * statements of a cancelled execution are not started. Statements outside of executions, such as those of event
 * consumers, are not affected. Neither are commits, because their outcome would be unknown.
 */
final class StatementWatchdog implements QueryExecutionListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StatementWatchdog.class);

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);
    private static final String RUNNING = RunningStatement.class.getName();

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

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        RequestContext.current().ifPresent(context -> context.execution().ifPresent(budget -> {
            budget.cancellation().ifPresent(cancellation -> {
                throw new ClientException(cancellation.code(), cancellation.message());
            });
            RunningStatement statement = new RunningStatement(execution.getStatement(), budget, context.client());
            execution.addCustomValue(RUNNING, statement);
            running.add(statement);
        }));
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        RunningStatement statement = execution.getCustomValue(RUNNING, RunningStatement.class);
        if (statement != null) {
            running.remove(statement);
            statement.end();
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
