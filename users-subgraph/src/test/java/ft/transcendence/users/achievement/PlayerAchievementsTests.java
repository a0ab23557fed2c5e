package ft.transcendence.users.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.users.totals.MatchResult;
import ft.transcendence.users.totals.MatchResult.Outcome;
import ft.transcendence.users.totals.MatchResult.Player;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which achievements results earn, and what voiding them takes back. */
class PlayerAchievementsTests {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ADA = new UUID(1, 0);
    private static final UUID BOB = new UUID(1, 1);

    /** A result of ada, who is the first of the players. */
    private record Played(boolean won, String mode, String reason, int score, int opponent) {

        MatchResult result(int number) {
            return new MatchResult(
                    new UUID(0, number),
                    mode,
                    reason,
                    START.plusSeconds(number),
                    List.of(
                            new Player(ADA, score, won ? Outcome.WIN : Outcome.LOSS),
                            new Player(BOB, opponent, won ? Outcome.LOSS : Outcome.WIN)));
        }
    }

    @Test
    void aFlawlessWinReachesThePointsToWin() {
        assertThat(earned(new Played(true, MatchResult.SOLO, "SCORE", 11, 0)))
                .containsExactly(AchievementCode.FIRST_WIN, AchievementCode.FLAWLESS_WIN);
        assertThat(earned(new Played(true, MatchResult.SOLO, "FORFEIT", 3, 0)))
                .containsExactly(AchievementCode.FIRST_WIN);
        assertThat(earned(new Played(true, MatchResult.SOLO, "SCORE", 11, 1)))
                .containsExactly(AchievementCode.FIRST_WIN);
        assertThat(earned(new Played(false, MatchResult.SOLO, "SCORE", 0, 11))).isEmpty();
    }

    @Test
    void bothModesNeedAWinInEach() {
        Played solo = new Played(true, MatchResult.SOLO, "SCORE", 11, 5);
        Played lost = new Played(false, MatchResult.TEAM, "SCORE", 5, 11);
        Played team = new Played(true, MatchResult.TEAM, "SCORE", 11, 5);

        assertThat(earned(solo, solo, lost)).doesNotContain(AchievementCode.BOTH_MODES);
        assertThat(earned(solo, team)).contains(AchievementCode.BOTH_MODES);
    }

    @Test
    void keepsTheTimeOfTheResultThatReachedTheGoal() {
        Played win = new Played(true, MatchResult.SOLO, "SCORE", 11, 5);

        PlayerAchievements achievements = after(results(List.of(win, win, win, win)));

        assertThat(achievements.earned())
                .containsEntry(AchievementCode.FIRST_WIN, START)
                .containsEntry(AchievementCode.THREE_IN_A_ROW, START.plusSeconds(2));
    }

    @Test
    void progressEndsAtTheGoal() {
        Played win = new Played(true, MatchResult.SOLO, "SCORE", 11, 0);

        assertThat(after(results(Collections.nCopies(12, win))).list())
                .extracting(progress -> progress.achievement().code() + " " + progress.progress())
                .containsExactly(
                        "FIRST_WIN 1",
                        "TEN_WINS 10",
                        "HUNDRED_WINS 12",
                        "THOUSAND_WINS 12",
                        "HUNDRED_MATCHES 12",
                        "TEN_THOUSAND_POINTS 132",
                        "FLAWLESS_WIN 1",
                        "TEN_FLAWLESS_WINS 10",
                        "BOTH_MODES 1",
                        "TEN_TEAM_WINS 0",
                        "THREE_IN_A_ROW 3",
                        "TEN_IN_A_ROW 10");
    }

    /** Whatever came and went in whatever order, what is left are the achievements of the results that count. */
    @Property(tries = 200)
    void followFromTheResultsThatCount(
            @ForAll @Size(max = WinStreak.REMEMBERED) List<@From("played") Played> played, @ForAll long seed) {
        Random random = new Random(seed);
        List<MatchResult> arriving = new ArrayList<>(results(played));
        Collections.shuffle(arriving, random);
        Set<MatchResult> voided = new HashSet<>(arriving);
        voided.removeIf(result -> random.nextInt(3) > 0);

        PlayerAchievements achievements = after(arriving);
        for (MatchResult result : voided) {
            achievements = takeBack(achievements, result);
        }

        List<MatchResult> counting = results(played).stream()
                .filter(result -> !voided.contains(result))
                .toList();
        PlayerAchievements expected = after(counting);
        assertThat(achievements.progress()).isEqualTo(expected.progress());
        assertThat(achievements.earned().keySet())
                .containsExactlyElementsOf(expected.earned().keySet());
        assertThat(achievements.list())
                .allMatch(progress -> (progress.earnedAt() != null)
                        == (progress.progress() == progress.achievement().goal()));
    }

    @Provide
    Arbitrary<Played> played() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(MatchResult.SOLO, MatchResult.TEAM),
                        Arbitraries.of("SCORE", "SCORE", "FORFEIT"),
                        Arbitraries.integers().between(0, 21),
                        Arbitraries.of(0, 5, 11))
                .as(Played::new);
    }

    private static Set<AchievementCode> earned(Played... played) {
        return after(results(List.of(played))).earned().keySet();
    }

    private static List<MatchResult> results(List<Played> played) {
        List<MatchResult> results = new ArrayList<>();
        for (Played each : played) {
            results.add(each.result(results.size()));
        }
        return results;
    }

    private static PlayerAchievements after(List<MatchResult> results) {
        PlayerAchievements achievements = PlayerAchievements.NONE;
        for (MatchResult result : results) {
            Player ada = result.players().getFirst();
            achievements = new PlayerAchievements(
                            achievements.totals().plus(ada), achievements.progress(), achievements.earned())
                    .after(achievements.progress().with(result, ada), result.completedAt());
        }
        return achievements;
    }

    private static PlayerAchievements takeBack(PlayerAchievements achievements, MatchResult result) {
        Player ada = result.players().getFirst();
        return new PlayerAchievements(achievements.totals().minus(ada), achievements.progress(), achievements.earned())
                .after(achievements.progress().without(result, ada), result.completedAt());
    }
}
