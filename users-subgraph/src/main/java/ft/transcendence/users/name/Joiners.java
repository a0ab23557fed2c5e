package ft.transcendence.users.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.IndicSyllabicCategory;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;

/**
 * Where the invisible characters ZERO WIDTH JOINER and ZERO WIDTH NON-JOINER change how text looks: between letters
 * that join or would join (Unicode Standard Annex 31, section 2.3), and between emoji that form one symbol. Anywhere
 * else they make two equal-looking texts different.
 */
final class Joiners {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int VIRAMA = 9;

    private Joiners() {}

    static boolean isJoiner(int point) {
        return point == JOINER || point == NON_JOINER;
    }

    static boolean isMeaningful(int[] points, int index) {
        return points[index] == JOINER
                ? joinsBehindVirama(points, index) || joinsBeforeVirama(points, index) || joinsEmoji(points, index)
                : separatesBehindVirama(points, index) || separatesLettersThatJoin(points, index);
    }

    /**
     * Selects the joining form of a letter, as in Sinhala or Malayalam. A vowel sign would select the full letter
     * instead.
     */
    private static boolean joinsBehindVirama(int[] points, int index) {
        return isBehindVirama(points, index)
                && (index + 1 == points.length
                        || UCharacter.getIntPropertyValue(points[index + 1], UProperty.INDIC_SYLLABIC_CATEGORY)
                                != IndicSyllabicCategory.VOWEL_DEPENDENT);
    }

    /** Keeps the form of the letter ra, as in Bengali and Kannada. */
    private static boolean joinsBeforeVirama(int[] points, int index) {
        return index > 0
                && index + 2 < points.length
                && UCharacter.isLetter(points[index - 1])
                && isVirama(points[index + 1])
                && UCharacter.isLetter(points[index + 2]);
    }

    private static boolean joinsEmoji(int[] points, int index) {
        int before = index - 1;
        while (before >= 0
                && (PersonalText.isVariationSelector(points[before]) || Character.isEmojiModifier(points[before]))) {
            before--;
        }
        return before >= 0
                && index + 1 < points.length
                && Character.isExtendedPictographic(points[before])
                && Character.isExtendedPictographic(points[index + 1]);
    }

    private static boolean separatesBehindVirama(int[] points, int index) {
        int after = index + 1;
        while (after < points.length && UCharacter.getCombiningClass(points[after]) != 0) {
            after++;
        }
        return isBehindVirama(points, index) && after < points.length && UCharacter.isLetter(points[after]);
    }

    private static boolean separatesLettersThatJoin(int[] points, int index) {
        int before = index - 1;
        while (before >= 0 && joiningType(points[before]) == JoiningType.TRANSPARENT) {
            before--;
        }
        int after = index + 1;
        while (after < points.length && joiningType(points[after]) == JoiningType.TRANSPARENT) {
            after++;
        }
        return before >= 0 && after < points.length && joinsForward(points[before]) && joinsBackward(points[after]);
    }

    private static boolean joinsForward(int point) {
        return joiningType(point) == JoiningType.DUAL_JOINING || joiningType(point) == JoiningType.LEFT_JOINING;
    }

    private static boolean joinsBackward(int point) {
        return joiningType(point) == JoiningType.DUAL_JOINING || joiningType(point) == JoiningType.RIGHT_JOINING;
    }

    private static boolean isBehindVirama(int[] points, int index) {
        int at = index - 1;
        while (at >= 0 && UCharacter.getCombiningClass(points[at]) != 0 && !isVirama(points[at])) {
            at--;
        }
        if (at < 0 || !isVirama(points[at])) {
            return false;
        }
        at--;
        while (at >= 0 && Character.getType(points[at]) == Character.NON_SPACING_MARK) {
            at--;
        }
        return at >= 0 && UCharacter.isLetter(points[at]);
    }

    private static boolean isVirama(int point) {
        return UCharacter.getCombiningClass(point) == VIRAMA;
    }

    private static int joiningType(int point) {
        return UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE);
    }
}
