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
 * Cancels the statement under way when its execution is to stop: the thread that would notice waits for the statement. Statements
 * of an execution that was stopped already are not begun. Whatever belongs to no execution, such as the work on events, is let be;
 * so are commits, of which nobody could say afterwards whether they happened.
 */
final class StatementWatchdog implements QueryExecutionListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StatementWatchdog.class);

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);
    private static final String RUNNING = RunningStatement.class.getName();

    private final Set<RunningStatement> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("statement-watch").daemon().factory());

    /** A watch that looks by itself, until it is closed. */
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

    /** Looks at every statement under way. */
    void check() {
        for (RunningStatement statement : running) {
            try {
                statement.check();
            } catch (RuntimeException failure) {
                // one that cannot be looked at must not end the watch over the others
                log.warn("A statement under way could not be watched", failure);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
