package ft.transcendence.subgraph.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many streams an instance holds open, and for whom.
 *
 * @param perCaller of one caller
 * @param total of everybody
 * @param keepAlive after how long a stream that is silent sends something, which shows that both ends are there
 * @param patience how long a client may leave untaken what was sent to it
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.streams", ignoreUnknownFields = false)
public record StreamProperties(
        @Min(1) int perCaller,
        @Min(1) int total,
        @DurationMin(seconds = 1) Duration keepAlive,
        @DurationMin(seconds = 1) Duration patience) {}
