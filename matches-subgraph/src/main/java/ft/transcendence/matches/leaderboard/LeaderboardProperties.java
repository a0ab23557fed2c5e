package ft.transcendence.matches.leaderboard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the leaderboard is kept.
 *
 * @param rankAge how old ranks may be; zero counts anew for every question
 */
@ConfigurationProperties(prefix = "matches.leaderboard", ignoreUnknownFields = false)
record LeaderboardProperties(Duration rankAge) {

    LeaderboardProperties {
        if (rankAge.isNegative()) {
            throw new IllegalArgumentException("matches.leaderboard.rank-age cannot be negative");
        }
    }
}
