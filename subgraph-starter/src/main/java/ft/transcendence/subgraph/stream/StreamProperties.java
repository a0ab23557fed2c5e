package ft.transcendence.subgraph.stream;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many streams an instance holds open.
 *
 * @param perCaller of one caller
 * @param total of everybody
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.streams", ignoreUnknownFields = false)
public record StreamProperties(
        @Min(1) int perCaller, @Min(1) int total) {}
