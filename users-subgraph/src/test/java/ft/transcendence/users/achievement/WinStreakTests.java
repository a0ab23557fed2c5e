package ft.transcendence.users.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.users.achievement.WinStreak.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The streak of results in any order, compared with a simple count in the right order. */
class WinStreakTests {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Property(tries = 300)
    void doesNotDependOnTheOrderOfRecentResults(
            @ForAll @Size(max = WinStreak.REMEMBERED) List<Boolean> wins, @ForAll long seed) {
        List<Outcome> shuffled = new ArrayList<>(outcomes(wins));
        Collections.shuffle(shuffled, new Random(seed));

        WinStreak streak = of(shuffled);

        assertThat(streak).isEqualTo(of(outcomes(wins)));
        assertThat(streak.longest()).isEqualTo(longestRun(wins));
    }

    @Property(tries = 300)
    void isExactForLongHistoriesThatAreALittleOutOfOrder(
            @ForAll @Size(max = 100) List<Boolean> wins,
            @ForAll @IntRange(min = 1, max = 10) int block,
            @ForAll long seed) {
        List<Outcome> arriving = new ArrayList<>(outcomes(wins));
        for (int start = 0; start < arriving.size(); start += block) {
            Collections.shuffle(arriving.subList(start, Math.min(arriving.size(), start + block)), new Random(seed));
        }

        WinStreak streak = of(arriving);

        assertThat(streak.longest()).isEqualTo(longestRun(wins));
        assertThat(streak.recent()).hasSizeLessThanOrEqualTo(WinStreak.REMEMBERED);
    }

    @Property(tries = 300)
    void forgetsARecentResultThatIsTakenBack(
            @ForAll @Size(min = 1, max = WinStreak.REMEMBERED) List<Boolean> wins,
            @ForAll @IntRange(max = WinStreak.REMEMBERED - 1) int place) {
        List<Outcome> outcomes = outcomes(wins);
        Outcome voided = outcomes.get(place % wins.size());

        WinStreak streak = of(outcomes).without(voided.match());

        assertThat(streak)
                .isEqualTo(of(outcomes.stream()
                        .filter(outcome -> !outcome.equals(voided))
                        .toList()));
    }

    @Test
    void keepsWhatAForgottenResultGave() {
        List<Outcome> outcomes = outcomes(Collections.nCopies(WinStreak.REMEMBERED + 5, true));

        WinStreak streak = of(outcomes).without(outcomes.getFirst().match());

        assertThat(streak.longest()).isEqualTo(WinStreak.REMEMBERED + 5);
    }

    private static List<Outcome> outcomes(List<Boolean> wins) {
        List<Outcome> outcomes = new ArrayList<>();
        for (boolean won : wins) {
            outcomes.add(new Outcome(START.plusSeconds(outcomes.size()), new UUID(0, outcomes.size()), won));
        }
        return outcomes;
    }

    private static WinStreak of(List<Outcome> outcomes) {
        WinStreak streak = WinStreak.NONE;
        for (Outcome outcome : outcomes) {
            streak = streak.with(outcome);
        }
        return streak;
    }

    private static int longestRun(List<Boolean> wins) {
        int longest = 0;
        int run = 0;
        for (boolean won : wins) {
            run = won ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
