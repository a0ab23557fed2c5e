package ft.transcendence.matches.match;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How scores of running matches are kept.
 *
 * @param storeEvery how often the last score of each match is stored, which is also what a crash can lose
 */
@Validated
@ConfigurationProperties(prefix = "matches.scores", ignoreUnknownFields = false)
record ScoreProperties(@DurationMin(nanos = 1) Duration storeEvery) {}
