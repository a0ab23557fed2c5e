package ft.transcendence.platform.servers.testing;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/** The names that tests try at every entry point: hostile ones, and genuine ones that a filter must accept. */
public final class TestNames {

    /** Each of its letters has a look-alike in another script. */
    public static final String TWINNED = "paleoxyc";

    private static final String CYRILLIC = "\u0440\u0430\u04CF\u0435\u043E\u0445\u0443\u0441";

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
    private static final String ENGLAND =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";

    private TestNames() {}

    /** Names with invisible characters, or with characters that change how the rest is displayed: they must not be stored. */
    public static Stream<String> hostile() {
        return Stream.of(
                // reversed, isolated, marked
                "ada\u202Eecalevol",
                "ada\u2066x\u2069",
                "ada\u200F",
                "\u061Cada",
                // zero-width
                "a\u200Bda",
                "a\u200Cda",
                "a\u200Dda",
                "\uFEFFada",
                "a\u2060da",
                "a\u00ADda",
                "a\u034Fda",
                "a\u180Eda",
                // joiners that join nothing: after an Arabic letter that never joins, without a virama, alone
                "\u062F\u200C\u0627",
                "\u0915\u200D\u0916",
                "\u200D",
                "\u2764\u200D",
                // blanks that are classified as letters or symbols
                "\u3164",
                "\uFFA0",
                "\u115F\u1160",
                "\u2800",
                "a\u2800b",
                "\uD834\uDD59",
                "\uD80D\uDC41",
                // combining marks without a base, and stacks of them
                "\u0301",
                "\u0301\u0302",
                "a \u0301",
                "z\u0300\u0301\u0302\u0303\u0304\u0305",
                // variation selectors that select nothing
                "\uFE0F",
                "a\uFE0F",
                "ada1\uFE0F",
                "ada\uDB40\uDD00",
                // tags without a flag, without an end, and longer than any flag
                "ada\uDB40\uDC61\uDB40\uDC64",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62",
                "\uD83C\uDFF4" + "\uDB40\uDC61".repeat(40) + "\uDB40\uDC7F",
                "\uDB40\uDC01ada",
                // control characters, private use and noncharacters
                "a\u0007da",
                "a\u007Fda",
                "a\u0085\u0007da",
                "a\u009Bda",
                "\uE000ada",
                "ada\uFFFF",
                "ada\uFFFC",
                "ada\u2028\u2029\u0001");
    }

    /** Unpaired surrogates, which cannot be encoded as UTF-8. */
    public static Stream<String> broken() {
        return Stream.of("\uD83D", "a\uD83Dda", "ada\uDC68", "\uDC68\uD83D");
    }

    /** Look-alikes of a name that contains {@link #TWINNED}. */
    public static Stream<String> lookingLike(String name) {
        return Stream.of(
                name.replace('a', '\u0430'),
                name.replace('o', '\u03BF'),
                name.replace(TWINNED, CYRILLIC),
                name.replace('l', 'I'),
                name.replace('l', '1'),
                name.replace('o', '0'),
                name.replace(TWINNED, "PALEOXYC"),
                name.replace(TWINNED, "\uFF50\uFF41\uFF4C\uFF45\uFF4F\uFF58\uFF59\uFF43"),
                name.replace("a", "\uD835\uDC1A"),
                name.replace("e", "\u212F"),
                name.replace("x", " x "));
    }

    /** Genuine names and nicknames, in the form in which they are stored. */
    public static Stream<String> good() {
        return Stream.of(
                        "Ada",
                        "O'Neil",
                        "D\u2019Arcy",
                        "Jean-Luc M\u00FCller",
                        "\u0141ukasz \u017B\u00F3\u0142\u0107",
                        "Zoe\u0308",
                        "Vi\u1EC7t Nguy\u1EC5n",
                        "Bj\u00F6rk Gu\u00F0mundsd\u00F3ttir",
                        "\u0410\u043D\u043D\u0430 \u0419\u0451\u0436",
                        "\u0391\u03BB\u03AD\u03BE\u03B7\u03C2",
                        // Arabic with its marks, Persian with the non-joiner, Hebrew with points
                        "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
                        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                        "\u062F\u0627\u0646\u0634\u200C\u0622\u0645\u0648\u0632",
                        "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD",
                        // Hindi, Tamil, Sinhala, Bengali and Malayalam with the joiners that their scripts need
                        "\u0915\u094D\u200D\u0937",
                        "\u0915\u094D\u200C\u0937",
                        "\u0B95\u0BCD\u200C\u0BB7",
                        "\u0DC1\u0DCA\u200D\u0DBB\u0DD3",
                        "\u09B0\u200D\u09CD\u09AF\u09BE\u09AC",
                        "\u0D05\u0D30\u0D41\u0D23\u0D4D\u200D",
                        "\uAE40\uCCA0\uC218",
                        "\u7530\u4E2D \u82B1\u5B50",
                        "\u0E2A\u0E21\u0E0A\u0E32\u0E22",
                        // emoji: a family, flags, a keycap, a heart in colour, a skin
                        FAMILY + " club",
                        "\uD83C\uDDEB\uD83C\uDDF7",
                        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                        ENGLAND,
                        "1\uFE0F\u20E3",
                        "\u2764\uFE0F",
                        "\uD83D\uDC4D\uD83C\uDFFD")
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Texts of several lines, as in a biography. */
    public static List<String> goodLines() {
        return List.of(
                "one\ntwo\n\nfour",
                "Ada \u2764\uFE0F\n" + FAMILY + "\n\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645");
    }
}
