package ft.transcendence.users.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalTextTests {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    private static final String NAMES = "ft.transcendence.platform.servers.testing.TestNames#";

    @ParameterizedTest
    @MethodSource(NAMES + "good")
    void accepts(String name) {
        assertThat(PersonalText.validateLine(PersonalText.normalizeLine(name), 50))
                .isEmpty();
        assertThat(PersonalText.sanitizeLine(name, 50)).isEqualTo(PersonalText.normalizeLine(name));
    }

    @ParameterizedTest
    @MethodSource({NAMES + "hostile", NAMES + "broken"})
    void rejects(String name) {
        assertThat(PersonalText.validateLine(PersonalText.normalizeLine(name), 50))
                .isPresent();
        assertThat(PersonalText.validateLine(PersonalText.sanitizeLine(name, 50), 50))
                .isEmpty();
    }

    @Test
    void removesJoinersAtTheCut() {
        String joined = "\u0647\u200C";
        assertThat(PersonalText.sanitizeLine(joined.repeat(60), 50)).isEqualTo(joined.repeat(49) + "\u0647");
    }

    @Test
    void normalizesTextThatLooksTheSame() {
        assertThat(PersonalText.normalizeLine(" Zoe\u0308\u00A0\u3000 B ")).isEqualTo("Zo\u00EB B");
        assertThat(PersonalText.normalizeLines("one\r\ntwo\rthree\u2028four")).isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void countsCharactersAsPeopleSeeThem() {
        assertThat(PersonalText.length(FAMILY)).isEqualTo(1);
        assertThat(PersonalText.validate(FAMILY.repeat(50), 50)).isEmpty();
        assertThat(PersonalText.validate(FAMILY.repeat(51), 50)).isPresent();
        assertThat(PersonalText.validate("\u00FC".repeat(51), 50)).hasValue("Use at most 50 characters.");
    }

    @Test
    void limitsTheCodePointsOfACharacter() {
        String tower = FAMILY + ("\u200D" + FAMILY).repeat(100);
        assertThat(PersonalText.validate(tower, 50)).isPresent();
        assertThat(PersonalText.sanitizeLine(tower, 50)).hasSizeLessThan(900);
    }

    @Test
    void truncatesBetweenCharacters() {
        assertThat(PersonalText.sanitizeLine("x".repeat(49) + FAMILY + "y", 50)).isEqualTo("x".repeat(49) + FAMILY);
        assertThat(PersonalText.sanitizeLine("x".repeat(202), 50)).isEqualTo("x".repeat(50));
        assertThat(PersonalText.sanitizeLine("\u3164\u200B", 50)).isEmpty();
    }
}
