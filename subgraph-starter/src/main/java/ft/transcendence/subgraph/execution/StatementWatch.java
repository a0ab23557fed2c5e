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
final class StatementWatch implements QueryExecutionListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StatementWatch.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String RUNNING = RunningStatement.class.getName();

    private final Set<RunningStatement> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("statement-watch").daemon().factory());

    /** A watch that looks by itself, until it is closed. */
    static StatementWatch started() {
        StatementWatch watch = new StatementWatch();
        watch.timer.scheduleWithFixedDelay(
                watch::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        RequestWork.current().ifPresent(work -> work.execution().ifPresent(budget -> {
            budget.refusal().ifPresent(refusal -> {
                throw new ClientException(refusal.code(), refusal.message());
            });
            RunningStatement statement = new RunningStatement(execution.getStatement(), budget, work.caller());
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
    void look() {
        for (RunningStatement statement : running) {
            try {
                statement.look();
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
