package ft.transcendence.matches.doubt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which results are in doubt: they are kept unrated until a moderator confirms them.
 *
 * @param timePerPoint the shortest plausible time per point of the winner; zero for none
 * @param samePair how often the same players may meet within an hour
 * @param newPlayer how long a player is new after their first match; zero for never
 * @param newPlayerMatches from how many matches a new player's losses are looked at
 * @param newPlayerLosses the share of a new player's matches, 0 to 1, that it is suspicious to lose to one player
 */
@ConfigurationProperties(prefix = "matches.doubts", ignoreUnknownFields = false)
record DoubtProperties(
        Duration timePerPoint, int samePair, Duration newPlayer, int newPlayerMatches, double newPlayerLosses) {

    DoubtProperties {
        require(!timePerPoint.isNegative(), "time-per-point must not be negative");
        require(samePair > 0, "same-pair must be positive");
        require(!newPlayer.isNegative(), "new-player must not be negative");
        require(newPlayerMatches > 0, "new-player-matches must be positive");
        require(newPlayerLosses > 0 && newPlayerLosses <= 1, "new-player-losses must be above 0 and at most 1");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("matches.doubts." + problem);
        }
    }
}
