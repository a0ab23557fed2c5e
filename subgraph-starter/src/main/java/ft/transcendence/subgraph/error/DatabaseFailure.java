package ft.transcendence.subgraph.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;

/**
 * A failure of the database that is not the fault of the request: it is unreachable, full, read-only or overloaded. The
 * same request can succeed later. Failures are recognized by <a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>, because Spring
 * and Hibernate throw different exceptions depending on where a connection broke.
 *
 * @param code the code for clients
 * @param reason the reason for the log
 */
record DatabaseFailure(ErrorCode code, String reason) {

    private static final int MAX_CAUSE_DEPTH = 20;
    private static final int MAX_REASON_LENGTH = 300;

    /** The failure that caused an exception; empty if the cause is something else, such as a bug. */
    static Optional<DatabaseFailure> of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            Optional<DatabaseFailure> found = fromException(cause);
            if (found.isPresent()) {
                return found;
            }
            cause = causeOf(cause);
        }
        return thrown instanceof DataAccessResourceFailureException || thrown instanceof TransientDataAccessException
                ? Optional.of(unavailable(thrown))
                : Optional.empty();
    }

    /** The cause of an exception. If a rollback failed, it is the exception that led to the rollback. */
    private static @Nullable Throwable causeOf(Throwable thrown) {
        Throwable original = thrown instanceof TransactionSystemException failed ? failed.getOriginalException() : null;
        return original == null || original == thrown ? thrown.getCause() : original;
    }

    private static Optional<DatabaseFailure> fromException(Throwable thrown) {
        return switch (thrown) {
            // the pool has no connection: all are in use, or none could be opened
            case SQLTransientConnectionException empty -> Optional.of(unavailable(empty));
            case SQLException failure
            when failure.getSQLState() != null ->
                codeOf(failure.getSQLState()).map(code -> new DatabaseFailure(code, reason(failure)));
            // the driver sets an error code on every exception, the pool does not: it closed a broken connection
            case SQLException ofThePool
            when ofThePool.getClass() == SQLException.class -> Optional.of(unavailable(ofThePool));
            default -> Optional.empty();
        };
    }

    private static Optional<ErrorCode> codeOf(String state) {
        return switch (state) {
            // statement timed out or was cancelled; lock timed out
            case "57014", "55P03" -> Optional.of(ErrorCode.TIMED_OUT);
            // read-only, as on a standby; idle in transaction for too long; serialization failure or deadlock
            case "25006", "25P03", "25P04", "40001", "40003", "40P01" -> Optional.of(ErrorCode.UNAVAILABLE);
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    // connection error; out of resources; shut down; system error
                    case "08", "53", "57", "58" -> Optional.of(ErrorCode.UNAVAILABLE);
                    default -> Optional.empty();
                };
        };
    }

    private static DatabaseFailure unavailable(Throwable failure) {
        return new DatabaseFailure(ErrorCode.UNAVAILABLE, reason(failure));
    }

    private static String reason(Throwable failure) {
        String state = failure instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() + " " : "";
        String text = state + String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return text.length() <= MAX_REASON_LENGTH ? text : text.substring(0, MAX_REASON_LENGTH) + "…";
    }
}
