package ft.transcendence.subgraph.execution;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A statement that a request's thread waits for. */
final class RunningStatement {

    private static final Logger log = LoggerFactory.getLogger(RunningStatement.class);

    private final Statement statement;
    private final ExecutionBudget execution;
    private final DisconnectDetector client;
    private final AtomicBoolean isBeingCancelled = new AtomicBoolean();
    private volatile boolean hasEnded;

    /** Made by the thread that executes the statement next. */
    RunningStatement(Statement statement, ExecutionBudget execution, DisconnectDetector client) {
        this.statement = statement;
        this.execution = execution;
        this.client = client;
        client.share();
    }

    /** Cancels the statement once its execution is to stop. */
    void check() {
        execution.check();
        if (execution.cancellation().isPresent() && isBeingCancelled.compareAndSet(false, true)) {
            // a request of its own to the server, which may take long to answer it
            Thread.ofVirtual().name("statement-cancellation").start(this::cancel);
        }
    }

    /** May come too early, before the driver has sent the statement, and does nothing then; the next look tries again. */
    private void cancel() {
        try {
            if (!hasEnded) {
                statement.cancel();
            }
        } catch (SQLException failure) {
            log.warn("A statement that nobody waits for could not be cancelled: {}", failure.getMessage());
        } finally {
            isBeingCancelled.set(false);
        }
    }

    /** Told by the thread that executed it. */
    void end() {
        hasEnded = true;
        client.reclaim();
    }
}
