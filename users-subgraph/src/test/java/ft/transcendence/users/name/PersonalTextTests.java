package ft.transcendence.users.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTests {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Zo\u00EB O'Hara-M\u00FCller",
                "\u0410\u043D\u043D\u0430",
                "\u7530\u4E2D \u82B1\u5B50",
                "\u0646\u0627\u0645\u0647\u200C\u0647\u0627",
                "\u0915\u094D\u200D\u0937",
                FAMILY + " club",
                "\u2764\uFE0F",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "1\uFE0F\u20E3",
                "a\u0301\u0323"
            })
    void takes(String name) {
        assertThat(PersonalText.problem(PersonalText.line(name), 50)).isEmpty();
        assertThat(PersonalText.clean(name, 50)).isEqualTo(PersonalText.line(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bell\u0007",
                "turned\u202Earound",
                "left\u200Fright",
                "zero\u200Bwidth",
                "zero\u200Dwidth",
                "\u200Dstart",
                "soft\u00ADhyphen",
                "\u3164",
                "\u115F",
                "\uFFA0",
                "\u2800",
                "\uD834\uDD59",
                "\u0301alone",
                "space \u0301mark",
                "z\u0300\u0301\u0302\u0303\u0304",
                "tag\uDB40\uDC67",
                "letter\uFE0F",
                "\uE000",
                "\uFEFFmark"
            })
    void refuses(String name) {
        assertThat(PersonalText.problem(PersonalText.line(name), 50)).isPresent();
        String clean = PersonalText.clean(name, 50);
        assertThat(PersonalText.problem(clean, 50)).isEmpty();
    }

    @Test
    void storesWhatLooksTheSameInOneForm() {
        assertThat(PersonalText.line(" Zoe\u0308\u00A0\u3000 B ")).isEqualTo("Zo\u00EB B");
        assertThat(PersonalText.lines("one\r\ntwo\rthree\u2028four")).isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void countsCharactersAsPeopleSeeThem() {
        assertThat(PersonalText.length(FAMILY)).isEqualTo(1);
        assertThat(PersonalText.problem(FAMILY.repeat(50), 50)).isEmpty();
        assertThat(PersonalText.problem(FAMILY.repeat(51), 50)).isPresent();
        assertThat(PersonalText.problem("\u00FC".repeat(51), 50)).hasValue("Use at most 50 characters.");
    }

    @Test
    void boundsWhatOneCharacterHolds() {
        String tower = FAMILY + ("\u200D" + FAMILY).repeat(100);
        assertThat(PersonalText.problem(tower, 50)).isPresent();
        assertThat(PersonalText.clean(tower, 50)).hasSizeLessThan(900);
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(PersonalText.clean("x".repeat(49) + FAMILY + "y", 50)).isEqualTo("x".repeat(49) + FAMILY);
        assertThat(PersonalText.clean("x".repeat(202), 50)).isEqualTo("x".repeat(50));
        assertThat(PersonalText.clean("\u3164\u200B", 50)).isEmpty();
    }
}
