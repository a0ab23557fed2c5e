package ft.transcendence.users.achievement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A player's longest series of wins, from results that arrive in any order and can be taken back.
 *
 * <p>The last results are remembered, in the order in which the matches ended. Of older ones, only the longest series is
 * known, and the one that continues into what is remembered. So the streak is exact as long as no result arrives after
 * {@value #REMEMBERED} later ones of the same player. One that does counts as if it came right after the forgotten ones,
 * and taking back a forgotten one changes nothing.
 *
 * @param best the longest series of wins among forgotten results
 * @param current the series of wins at the end of the forgotten results
 * @param recent the remembered results, oldest first
 */
record WinStreak(int best, int current, List<Outcome> recent) {

    static final int REMEMBERED = 20;
    static final WinStreak NONE = new WinStreak(0, 0, List.of());

    private static final Comparator<Outcome> BY_TIME =
            Comparator.comparing(Outcome::at).thenComparing(Outcome::match);

    WinStreak {
        recent = List.copyOf(recent);
    }

    /**
     * How a match ended.
     *
     * @param at when; PostgreSQL stores microseconds
     */
    record Outcome(Instant at, UUID match, boolean won) {

        Outcome {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    WinStreak with(Outcome outcome) {
        List<Outcome> results = new ArrayList<>(recent);
        results.add(outcome);
        results.sort(BY_TIME);
        if (results.size() <= REMEMBERED) {
            return new WinStreak(best, current, results);
        }
        int streak = results.removeFirst().won() ? current + 1 : 0;
        return new WinStreak(Math.max(best, streak), streak, results);
    }

    WinStreak without(UUID match) {
        return new WinStreak(
                best,
                current,
                recent.stream().filter(result -> !result.match().equals(match)).toList());
    }

    int longest() {
        int longest = best;
        int streak = current;
        for (Outcome result : recent) {
            streak = result.won() ? streak + 1 : 0;
            longest = Math.max(longest, streak);
        }
        return longest;
    }
}
