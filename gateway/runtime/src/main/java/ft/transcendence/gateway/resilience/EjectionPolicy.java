package ft.transcendence.gateway.resilience;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When one of several addresses of a subgraph is left out.
 *
 * @param failures failed requests in a row after which it is left out: lost connections, timeouts, malformed HTTP, and 502, 503 or 504
 * @param duration time for which it is left out; a single request tries it again after that
 */
public record EjectionPolicy(
        @DefaultValue("3") @Positive int failures,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration duration) {}
