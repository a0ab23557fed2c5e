package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.matches.match.Timeline.Point;
import ft.transcendence.matches.match.Timeline.ScoredPoint;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimelineTests {

    private static final Duration PLAYED = Duration.ofMinutes(2);

    @Test
    void leadsToTheFinalScore() {
        Timeline timeline = timeline(new Point(Team.ONE, 0), new Point(Team.TWO, 1500), new Point(Team.ONE, 1500));

        assertThatCode(() -> timeline.requireLeadsTo(new Score(2, 1), PLAYED)).doesNotThrowAnyException();
        assertThat(timeline.scored())
                .containsExactly(
                        new ScoredPoint(Team.ONE, 0, new Score(1, 0)),
                        new ScoredPoint(Team.TWO, 1500, new Score(1, 1)),
                        new ScoredPoint(Team.ONE, 1500, new Score(2, 1)));
    }

    @Test
    void isEmptyForAMatchWithoutPoints() {
        assertThatCode(() -> timeline().requireLeadsTo(new Score(0, 0), PLAYED)).doesNotThrowAnyException();
    }

    @Test
    void rejectsPointsThatDoNotAddUp() {
        assertRejected(timeline(new Point(Team.ONE, 1)), new Score(2, 0));
        assertRejected(timeline(new Point(Team.ONE, 1)), new Score(0, 1));
        assertRejected(timeline(), new Score(1, 0));
    }

    @Test
    void rejectsPointsOutOfOrder() {
        assertRejected(timeline(new Point(Team.ONE, 2), new Point(Team.ONE, 1)), new Score(2, 0));
        assertRejected(timeline(new Point(Team.ONE, -1)), new Score(1, 0));
    }

    @Test
    void rejectsPointsAfterTheEnd() {
        int late = (int) PLAYED.plusSeconds(10).toMillis();

        assertThatCode(() -> timeline(new Point(Team.ONE, late)).requireLeadsTo(new Score(1, 0), PLAYED))
                .doesNotThrowAnyException();
        assertRejected(timeline(new Point(Team.ONE, late + 1)), new Score(1, 0));
    }

    @Property
    void endsWithTheScoreItLeadsTo(@ForAll @Size(max = 41) List<Team> teams) {
        Timeline timeline = new Timeline(IntStream.range(0, teams.size())
                .mapToObj(number -> new Point(teams.get(number), number))
                .toList());
        int ones = (int) teams.stream().filter(Team.ONE::equals).count();
        Score last = new Score(ones, teams.size() - ones);

        timeline.requireLeadsTo(last, PLAYED);

        assertThat(timeline.scored()).hasSize(teams.size());
        if (!teams.isEmpty()) {
            assertThat(timeline.scored().getLast().score()).isEqualTo(last);
        }
    }

    private static void assertRejected(Timeline timeline, Score score) {
        assertThatExceptionOfType(ChangeRejectedException.class)
                .isThrownBy(() -> timeline.requireLeadsTo(score, PLAYED))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(MatchErrorCode.INVALID_TIMELINE));
    }

    private static Timeline timeline(Point... points) {
        return new Timeline(List.of(points));
    }
}
