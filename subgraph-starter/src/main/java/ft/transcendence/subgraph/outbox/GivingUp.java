package ft.transcendence.subgraph.outbox;

import io.namastack.outbox.retry.OutboxRetryPolicy;
import java.time.DateTimeException;
import java.time.Duration;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/**
 * How often an event is tried. While the broker is away, without end: an outage lasts as long as it lasts, and nothing is given up
 * for it. What is wrong with the event itself (its topic's name, its size, its form) does not pass: it is given up at once, to be seen,
 * and sent again when an operator says so. One that cannot be read back is tried some times: the version of the application that can
 * read it may be on its way.
 */
final class GivingUp implements OutboxRetryPolicy {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 4;
    private static final int TRIES_OF_AN_UNREADABLE_EVENT = 5;

    /** How often an event is tried that cannot be read back. */
    int tries() {
        return TRIES_OF_AN_UNREADABLE_EVENT;
    }

    Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public boolean shouldRetry(Throwable failure) {
        return !isOfTheEvent(failure);
    }

    @Override
    public Duration nextDelay(int failures) {
        return pauseAfter(failures);
    }

    @Override
    public int maxRetries() {
        return Integer.MAX_VALUE;
    }

    static boolean isOfTheEvent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case InvalidTopicException _,
                        RecordTooLargeException _,
                        RecordBatchTooLargeException _,
                        SerializationException _,
                        UnsupportedForMessageFormatException _,
                        DateTimeException _,
                        IllegalArgumentException _ -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
