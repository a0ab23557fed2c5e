package ft.transcendence.subgraph.execution;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A statement for which a request's thread is waiting. */
final class RunningStatement {

    private static final Logger log = LoggerFactory.getLogger(RunningStatement.class);

    private final Statement statement;
    private final ExecutionBudget execution;
    private final DisconnectDetector client;
    private final AtomicBoolean isBeingCancelled = new AtomicBoolean();
    private volatile boolean hasEnded;

    /** Created by the thread that is about to execute the statement. */
    RunningStatement(Statement statement, ExecutionBudget execution, DisconnectDetector client) {
        this.statement = statement;
        this.execution = execution;
        this.client = client;
        client.share();
    }

    /** Cancels the statement if its execution was cancelled. */
    void check() {
        execution.check();
        if (execution.cancellation().isPresent() && isBeingCancelled.compareAndSet(false, true)) {
            // cancelling is a separate request to the server and can take long
            Thread.ofVirtual().name("statement-cancellation").start(this::cancel);
        }
    }

    /** Has no effect if the driver has not sent the statement yet. The next check then tries again. */
    private void cancel() {
        try {
            if (!hasEnded) {
                statement.cancel();
            }
        } catch (SQLException failure) {
            log.warn("Could not cancel a statement of a cancelled execution: {}", failure.getMessage());
        } finally {
            isBeingCancelled.set(false);
        }
    }

    /** Called by the thread that executed the statement. */
    void end() {
        hasEnded = true;
        client.reclaim();
    }
}
