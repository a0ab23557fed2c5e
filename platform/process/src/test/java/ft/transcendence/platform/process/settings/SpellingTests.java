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

    @ParameterizedTest
    @CsvSource({
        "GATEWAY, GATEWYA, true",
        "GATEWAY, GATEWAX, true",
        "GATEWAY, XATEWAY, true",
        "GATEWAY, GTEWAY, true",
        "GATEWAY, GATEWAYS, true",
        "GATEWAY, GATTEWAY, true",
        "GATEWAY, GATEWAY, false",
        "GATEWAY, GATEAWYS, false",
        "GATEWAY, WATEGAY, false",
        "GATEWAY, SERVER, false"
    })
    void knowsASlip(String meant, String typed, boolean slip) {
        assertThat(Spelling.isSlip(typed, meant)).isEqualTo(slip);
        assertThat(Spelling.isSlip(meant, typed)).isEqualTo(slip);
    }
}
