package ft.transcendence.platform.process.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "kitten, sitting, 3", "flaw, lawn, 2", "'', abc, 3", "same, same, 0"})
    void countsChanges(String left, String right, int distance) {
        assertThat(Spelling.distance(left, right)).isEqualTo(distance);
        assertThat(Spelling.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void findsTheNearestName() {
        assertThat(Spelling.nearest("max-conections", Stream.of("max-sessions", "max-connections")))
                .hasValue("max-connections");
    }

    @Test
    void findsNothingWithoutASimilarName() {
        assertThat(Spelling.nearest("path", Stream.of("max-connections"))).isEmpty();
    }

    @Test
    void findsNothingWhenMostOfAShortNameDiffers() {
        assertThat(Spelling.nearest("--x", Stream.of("-h", "-V"))).isEmpty();
    }
}
