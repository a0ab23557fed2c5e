package ft.transcendence.subgraph.inbox;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How often processing an event is retried. While the database is down, it is retried without limit, because later
 * events would fail as well. After other failures, it is retried a few times, because the event itself is most likely
 * at fault.
 */
final class InboxRetryPolicy {

    private static final long INITIAL_BACKOFF_MILLIS = 200;
    private static final long MAX_BACKOFF_MILLIS = 5_000;
    private static final int MAX_ATTEMPTS = 3;

    private InboxRetryPolicy() {}

    static BackOff after(Exception failure) {
        return isOutage(failure) ? unlimited() : new FixedBackOff(INITIAL_BACKOFF_MILLIS, MAX_ATTEMPTS - 1);
    }

    private static BackOff unlimited() {
        ExponentialBackOff backOff = new ExponentialBackOff(INITIAL_BACKOFF_MILLIS, 2);
        backOff.setMaxInterval(MAX_BACKOFF_MILLIS);
        return backOff;
    }

    private static boolean isOutage(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }
}
