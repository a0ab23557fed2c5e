package ft.transcendence.matches.leaderboard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for the leaderboard.
 *
 * @param rankAge how old cached ranks may be, or more if reading them takes long; zero reads them for every request
 */
@ConfigurationProperties(prefix = "matches.leaderboard", ignoreUnknownFields = false)
record LeaderboardProperties(Duration rankAge) {

    LeaderboardProperties {
        if (rankAge.isNegative()) {
            throw new IllegalArgumentException("matches.leaderboard.rank-age must not be negative");
        }
    }
}
