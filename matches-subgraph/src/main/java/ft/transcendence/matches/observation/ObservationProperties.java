package ft.transcendence.matches.observation;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the service observes that game servers can reach it.
 *
 * @param gateway the gateway's endpoint, through which a query must come back; without it, only the database is checked
 * @param every how often that is checked
 * @param patience how long the query may take
 * @param tolerance the longest time between two checks that counts as observed
 * @param kept how long observations are kept; earlier time counts as observed
 */
@ConfigurationProperties(prefix = "matches.observation", ignoreUnknownFields = false)
record ObservationProperties(
        @Nullable URI gateway, Duration every, Duration patience, Duration tolerance, Duration kept) {

    ObservationProperties {
        requirePositive("every", every);
        requirePositive("patience", patience);
        requirePositive("tolerance", tolerance);
        requirePositive("kept", kept);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("matches.observation." + name + " must be positive");
        }
    }
}
