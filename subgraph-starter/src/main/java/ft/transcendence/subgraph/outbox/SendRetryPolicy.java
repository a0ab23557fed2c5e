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
 * How often sending an event is retried. While the broker is down, it is retried without limit. Errors caused by the
 * event itself (an invalid topic, its size, its format) do not go away: the event is marked as failed at once, and sent
 * again when an operator retries it. An event that cannot be read is retried a few times, because a version of the
 * application that can read it may be about to start.
 */
final class SendRetryPolicy implements OutboxRetryPolicy {

    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(500);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 4;
    private static final int MAX_READ_ATTEMPTS = 5;

    /** How often reading an event is attempted. */
    int maxReadAttempts() {
        return MAX_READ_ATTEMPTS;
    }

    Duration backoffAfter(int failures) {
        Duration backoff = INITIAL_BACKOFF.multipliedBy(1L << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS));
        return backoff.compareTo(MAX_BACKOFF) < 0 ? backoff : MAX_BACKOFF;
    }

    @Override
    public boolean shouldRetry(Throwable failure) {
        return !isCausedByEvent(failure);
    }

    @Override
    public Duration nextDelay(int failures) {
        return backoffAfter(failures);
    }

    @Override
    public int maxRetries() {
        return Integer.MAX_VALUE;
    }

    static boolean isCausedByEvent(Throwable failure) {
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
