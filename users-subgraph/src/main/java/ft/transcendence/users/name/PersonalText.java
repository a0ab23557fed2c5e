package ft.transcendence.users.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Text that players write about themselves: what is stored of it, and what is refused.
 *
 * <p>It is stored in Unicode's normalization form C, with single spaces, so that what looks the same is the same. Refused is what cannot
 * be seen or changes what stands beside it (Unicode Technical Report 36, section 2): control and format characters, blanks that pass for
 * a character, marks without a letter or piled up. Joiners are let through where writing needs them, between the emoji of a family and
 * between the letters of scripts whose letters join.
 */
public final class PersonalText {

    /** How many nonspacing marks may follow one another; more hide what is below (Unicode Technical Standard 39, section 5.4). */
    private static final int MAX_MARKS = 4;

    /** A character as people see it may be a letter with marks, or an emoji of up to ten code points. */
    private static final int CODE_POINTS_PER_CHARACTER = 8;

    /**
     * Characters that the standard counts as visible, and that look like nothing: a Braille cell, a note's head, an embedded object,
     * hieroglyphic blanks.
     */
    private static final Set<Integer> BLANKS = Set.of(0x2800, 0x1D159, 0xFFFC, 0x13441, 0x13442);

    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int END_OF_TAGS = 0xE007F;

    /** A flag's tags spell the code of a country's part, such as {@code gbeng}. */
    private static final int MAX_TAGS = 6;

    private PersonalText() {}

    /** One line, as it is stored: normalized, every run of spaces one space, none at the ends. */
    public static String normalizeLine(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\t]+", " ")
                .strip();
    }

    /** Several lines, as they are stored: normalized, ends of lines as one line feed, no spaces around the whole. */
    public static String normalizeLines(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Zs}\\t]", " ")
                .strip();
    }

    /** As {@link #validate}, of a text that is one line. */
    public static Optional<String> validateLine(String text, int maxLength) {
        return text.indexOf('\n') >= 0 ? Optional.of("Use a single line.") : validate(text, maxLength);
    }

    /**
     * What is wrong with a text, as a sentence for its writer.
     *
     * @param text as it would be stored
     * @param longest in characters as people see them
     */
    public static Optional<String> validate(String text, int maxLength) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!isAllowed(points, i)) {
                return Optional.of(
                        Character.getType(points[i]) == Character.CONTROL
                                ? "Control characters cannot be used."
                                : "The character U+%04X cannot be used here: it is invisible, or hides what is beside it."
                                        .formatted(points[i]));
            }
        }
        boolean tooLong = length(text) > maxLength || points.length > maxLength * CODE_POINTS_PER_CHARACTER;
        return tooLong ? Optional.of("Use at most " + maxLength + " characters.") : Optional.empty();
    }

    /** What can be stored of one line that nobody can be asked to write again; it can be empty. */
    public static String sanitizeLine(String raw, int maxLength) {
        String beginning = truncate(removeInvisible(normalizeLine(raw.replaceAll("\\R", " "))), maxLength);
        // where it was cut, a joiner may have lost what it joined
        return normalizeLine(removeInvisible(beginning));
    }

    private static String removeInvisible(String text) {
        int[] points = text.codePoints().toArray();
        int index = 0;
        while (index < points.length) {
            if (isAllowed(points, index)) {
                index++;
            } else {
                System.arraycopy(points, index + 1, points, index, points.length - index - 1);
                points = Arrays.copyOf(points, points.length - 1);
            }
        }
        return new String(points, 0, points.length);
    }

    /** The beginning of a text, cut between two characters as people see them. */
    static String truncate(String text, int maxLength) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        for (int count = 0; count < maxLength; count++) {
            int next = characters.next();
            if (next == BreakIterator.DONE || text.codePointCount(0, next) > maxLength * CODE_POINTS_PER_CHARACTER) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).strip();
    }

    /** How many characters people see: extended grapheme clusters (Unicode Standard Annex 29). */
    static int length(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int length = 0;
        while (characters.next() != BreakIterator.DONE) {
            length++;
        }
        return length;
    }

    private static boolean isAllowed(int[] points, int index) {
        int point = points[index];
        if (point == ' ' || point == '\n') {
            return true;
        }
        if (Joiners.isJoiner(point)) {
            return Joiners.isMeaningful(points, index);
        }
        if (isVariationSelector(point)) {
            return choosesAForm(points, index);
        }
        if (isTag(point)) {
            return belongsToAFlag(points, index);
        }
        if (BLANKS.contains(point) || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                belongsToALetter(points, index);
            default -> true;
        };
    }

    private static boolean belongsToALetter(int[] points, int index) {
        int marks = 0;
        int base = index;
        while (base >= 0 && (isMark(points[base]) || isVariationSelector(points[base]))) {
            marks += isMark(points[base]) ? 1 : 0;
            base--;
        }
        return base >= 0 && !Character.isWhitespace(points[base]) && marks <= MAX_MARKS;
    }

    /** A digit has two forms only in a keycap. */
    private static boolean choosesAForm(int[] points, int index) {
        return index > 0
                && Character.isEmoji(points[index - 1])
                && (points[index - 1] > 0x7F || index + 1 < points.length && points[index + 1] == KEYCAP);
    }

    /** Tags that are not all of a flag's would be text that nobody sees. */
    private static boolean belongsToAFlag(int[] points, int index) {
        int start = index;
        while (start >= 0 && isTag(points[start])) {
            start--;
        }
        int end = start + 1;
        while (end < points.length && points[end] != END_OF_TAGS && isTag(points[end])) {
            end++;
        }
        int tags = end - start - 1;
        return start >= 0
                && points[start] == BLACK_FLAG
                && index <= end
                && end < points.length
                && points[end] == END_OF_TAGS
                && tags > 0
                && tags <= MAX_TAGS;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isVariationSelector(int point) {
        return point == 0xFE0E || point == 0xFE0F;
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }
}
