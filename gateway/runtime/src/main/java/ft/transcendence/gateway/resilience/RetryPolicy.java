package ft.transcendence.gateway.resilience;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When queries are retried.
 *
 * @param backOff longest wait before the first retry of a query; doubled for each further one. The wait is random, so that retries
 *     do not arrive together. A connection that failed is replaced at once the first time
 * @param maxBackOff longest wait before any retry
 * @param budget retries for each query, on average, beyond the reserve: 0.2 allows one retry for five queries
 * @param reserve retries that are always possible after a time without any
 */
public record RetryPolicy(
        @DefaultValue("25ms") @DurationMin(millis = 1) Duration backOff,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration maxBackOff,

        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double budget,

        @DefaultValue("10") @Min(0) @Max(10_000) int reserve) {
    /** Beyond this a doubled duration would overflow, and every limit is reached. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * How long to wait, in nanoseconds: at random up to a limit that grows (<a
     * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a>).
     *
     * @param earlier retries of the same query
     * @param random between 0 and 1
     */
    public long waitNanos(int earlier, DoubleSupplier random) {
        long doubled = Math.min(
                maxBackOff.toNanos(),
                Math.multiplyExact(backOff.toMillis(), 1_000_000L) << Math.min(earlier, MOST_DOUBLINGS));
        long limit = doubled <= 0 ? maxBackOff.toNanos() : doubled;
        return (long) (limit * random.getAsDouble());
    }
}
