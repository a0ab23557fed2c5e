package ft.transcendence.users.level;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.users.totals.Totals;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule for experience and the curve of levels. */
class LevelTests {

    private static final long MUCH = 1_000_000;

    @Test
    void countsWinsAndPoints() {
        assertThat(Level.of(new Totals(3, 2, 47)).experience()).isEqualTo(30 + 47);
        assertThat(Level.of(Totals.NONE)).isEqualTo(new Level(1, 0, 0, 100L));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "99, 1", "100, 2", "299, 2", "300, 3", "4500, 10", "494999, 99", "495000, 100", "1000000, 100"})
    void growsMoreSlowlyWithEachLevel(long experience, int level) {
        assertThat(Level.of(experience).number()).isEqualTo(level);
    }

    @Test
    void endsAtTheHighest() {
        assertThat(Level.of(Long.MAX_VALUE).number()).isEqualTo(Level.HIGHEST);
        assertThat(Level.of(495_000).experienceForNext()).isNull();
    }

    @Property(tries = 300)
    void liesBetweenItsBounds(@ForAll @LongRange(max = MUCH) long experience) {
        Level level = Level.of(experience);

        assertThat(level.number()).isBetween(1, Level.HIGHEST);
        assertThat(level.experienceOfLevel()).isLessThanOrEqualTo(experience);
        if (level.experienceForNext() != null) {
            assertThat(level.experienceForNext()).isGreaterThan(experience);
        }
    }

    @Property(tries = 300)
    void neverFallsWithMoreExperience(
            @ForAll @LongRange(max = MUCH) long less, @ForAll @IntRange(max = 1000) int more) {
        assertThat(Level.of(less + more).number())
                .isGreaterThanOrEqualTo(Level.of(less).number());
    }
}
