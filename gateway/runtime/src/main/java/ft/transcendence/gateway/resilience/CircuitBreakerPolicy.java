package ft.transcendence.gateway.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a subgraph that fails gets no more calls for a while. Failures are lost connections, timeouts, malformed HTTP and statuses
 * from 500 on.
 *
 * @param enabled whether there is a circuit breaker
 * @param failureRatio share of failed calls in the window that opens it
 * @param minimumCalls calls in the window below which it stays closed
 * @param window time over which calls are counted, in whole seconds
 * @param openFor time without any call, after which trial calls find out whether the subgraph works again
 * @param trialCalls number of trial calls; it closes again if fewer than {@code failure-ratio} of them fail
 */
public record CircuitBreakerPolicy(
        @DefaultValue("false") boolean enabled,

        @DefaultValue("0.5") @DecimalMin("0.01") @DecimalMax("1") double failureRatio,

        @DefaultValue("20") @Positive int minimumCalls,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
        Duration window,

        @DefaultValue("5s") @DurationMin(millis = 1) Duration openFor,
        @DefaultValue("3") @Positive int trialCalls) {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakerPolicy.class);

    private static final float PERCENT = 100;

    /** Null when there is none. */
    public @Nullable CircuitBreaker breaker(String subgraph, InstantSource clock) {
        if (!enabled) {
            return null;
        }
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .failureRateThreshold((float) failureRatio * PERCENT)
                .minimumNumberOfCalls(minimumCalls)
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(Math.toIntExact(window.toSeconds()))
                .waitDurationInOpenState(openFor)
                .permittedNumberOfCallsInHalfOpenState(trialCalls)
                .writableStackTraceEnabled(false)
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
        CircuitBreaker breaker = CircuitBreaker.of(subgraph, config);
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "The circuit breaker of subgraph {} is {} now",
                        subgraph,
                        change.getStateTransition().getToState()));
        return breaker;
    }
}
