package ft.transcendence.matches.doubt;

import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Matches and settings for the tests of the rules. */
final class PlayedMatches {

    static final Instant END = Instant.parse("2026-01-10T12:00:00Z");

    static final DoubtProperties LIMITS = new DoubtProperties(Duration.ofMillis(1500), 5, Duration.ofDays(3), 5, 0.8);

    /** An old player who lost to somebody for the first time. */
    static final Encounter HARMLESS = new Encounter(1, END.minus(Duration.ofDays(100)), 1, 1);

    private PlayedMatches() {}

    static PlayedMatch lasting(Duration duration, int highestScore) {
        return new PlayedMatch(END.minus(duration), END, highestScore, List.of(HARMLESS));
    }

    static PlayedMatch between(Encounter... encounters) {
        return new PlayedMatch(END.minus(Duration.ofMinutes(5)), END, 11, List.of(encounters));
    }
}
