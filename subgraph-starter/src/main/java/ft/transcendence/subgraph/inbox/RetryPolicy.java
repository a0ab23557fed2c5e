package ft.transcendence.subgraph.inbox;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How long an event is tried: without end while the database is away, since every later event would fail alike; a few
 * times for anything else, since the fault is then most likely the event's own.
 */
final class RetryPolicy {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int TRIES_OF_A_BAD_EVENT = 3;

    private RetryPolicy() {}

    static BackOff after(Exception failure) {
        return isOutage(failure) ? untilItPasses() : new FixedBackOff(FIRST_PAUSE_MILLIS, TRIES_OF_A_BAD_EVENT - 1);
    }

    private static BackOff untilItPasses() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
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
