package ft.transcendence.matches.doubt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A match that was played to a result, reduced to what can raise doubts.
 *
 * @param highestScore the points of the team that has more of them
 * @param encounters each winner with each loser
 */
public record PlayedMatch(Instant startedAt, Instant endedAt, int highestScore, List<Encounter> encounters) {

    public PlayedMatch {
        encounters = List.copyOf(encounters);
    }

    /**
     * A player who lost to another, and their matches so far, including this one.
     *
     * @param inTheLastHour how often the two met within an hour
     * @param playingSince when the loser entered a match for the first time
     * @param played the loser's matches; only known of new players
     * @param lostToWinner how many of those the loser lost to this winner
     */
    public record Encounter(int inTheLastHour, Instant playingSince, int played, int lostToWinner) {}

    Duration duration() {
        return Duration.between(startedAt, endedAt);
    }
}
