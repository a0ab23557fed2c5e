package ft.transcendence.subgraph.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;

/**
 * That the database did not do what it was asked, for reasons that are not the request's: it is away, full, read-only or busy. The
 * same request may pass later. Known by <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's codes</a>
 * rather than by exceptions, of which Spring and Hibernate make different ones, depending on where a connection broke.
 *
 * @param code for clients
 * @param reason for the log
 */
record DatabaseFailure(ErrorCode code, String reason) {

    private static final int MAX_CAUSE_DEPTH = 20;
    private static final int MAX_REASON_LENGTH = 300;

    /** The one that was the reason for an exception; empty when the reason is another one, such as a fault of ours. */
    static Optional<DatabaseFailure> of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            Optional<DatabaseFailure> found = here(cause);
            if (found.isPresent()) {
                return found;
            }
            cause = next(cause);
        }
        return thrown instanceof DataAccessResourceFailureException || thrown instanceof TransientDataAccessException
                ? Optional.of(unavailable(thrown))
                : Optional.empty();
    }

    /** What an exception hides; one of a rollback that failed, too, hides what led to it. */
    private static @Nullable Throwable next(Throwable thrown) {
        Throwable original = thrown instanceof TransactionSystemException failed ? failed.getOriginalException() : null;
        return original == null || original == thrown ? thrown.getCause() : original;
    }

    private static Optional<DatabaseFailure> here(Throwable thrown) {
        return switch (thrown) {
            // the pool has no connection to give: all are in use, or none can be made
            case SQLTransientConnectionException empty -> Optional.of(unavailable(empty));
            case SQLException failure
            when failure.getSQLState() != null ->
                codeOf(failure.getSQLState()).map(code -> new DatabaseFailure(code, reason(failure)));
            // the driver gives every failure a code, the pool none: a connection it took away once it was broken
            case SQLException ofThePool
            when ofThePool.getClass() == SQLException.class -> Optional.of(unavailable(ofThePool));
            default -> Optional.empty();
        };
    }

    private static Optional<ErrorCode> codeOf(String state) {
        return switch (state) {
            // a statement's time was over, or nobody waits for it any more; a lock was not to be had
            case "57014", "55P03" -> Optional.of(ErrorCode.TIMED_OUT);
            // read-only, as a standby is; a transaction that did nothing for too long; two that stood in each other's
            // way
            case "25006", "25P03", "25P04", "40001", "40003", "40P01" -> Optional.of(ErrorCode.UNAVAILABLE);
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    // no connection; no room; shut down; the machine under it
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
