package ft.transcendence.subgraph.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits for open streams of an instance.
 *
 * @param perCaller the maximum number per caller
 * @param total the maximum number in total
 * @param keepAlive after which idle time a stream sends a comment, to detect dead connections
 * @param patience how long a client may take to accept what was sent
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.streams", ignoreUnknownFields = false)
record StreamProperties(
        @Min(1) int perCaller,
        @Min(1) int total,
        @DurationMin(seconds = 1) Duration keepAlive,
        @DurationMin(seconds = 1) Duration patience) {}
