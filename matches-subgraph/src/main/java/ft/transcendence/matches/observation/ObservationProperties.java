package ft.transcendence.matches.observation;

import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the service observes that game servers can reach it.
 *
 * @param gateway the gateway's endpoint, through which a query must come back; without it, only the database is checked
 * @param every how often that is checked
 * @param patience how long the query may take
 * @param tolerance the longest time between two checks that counts as observed
 * @param kept how long observations are kept; earlier time counts as observed
 */
@Validated
@ConfigurationProperties(prefix = "matches.observation", ignoreUnknownFields = false)
record ObservationProperties(
        @Nullable URI gateway,
        @DurationMin(nanos = 1) Duration every,
        @DurationMin(nanos = 1) Duration patience,
        @DurationMin(nanos = 1) Duration tolerance,
        @DurationMin(nanos = 1) Duration kept) {}
