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
 * Normalizes and validates text that players write about themselves.
 *
 * <p>Text is stored in Unicode normalization form C with single spaces, so that texts that look the same are the same.
 * Characters that are invisible or change how their neighbours look are rejected (Unicode Technical Report 36, section
 * 2): control and format characters, blank characters, marks without a base letter, and long runs of marks. Joiners are
 * allowed where writing needs them: within emoji and between letters of scripts whose letters join.
 */
public final class PersonalText {

    /**
     * The longest run of nonspacing marks; longer ones obscure the text below (Unicode Technical Standard 39, section
     * 5.4).
     */
    private static final int MAX_MARKS = 4;

    /** Allows for letters with marks and for emoji, which have up to ten code points. */
    private static final int CODE_POINTS_PER_CHARACTER = 8;

    /**
     * Characters that Unicode counts as visible but that are blank: a Braille pattern, a null notehead, the object
     * replacement character and two hieroglyphs.
     */
    private static final Set<Integer> BLANKS = Set.of(0x2800, 0x1D159, 0xFFFC, 0x13441, 0x13442);

    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int END_OF_TAGS = 0xE007F;

    /** The tags of a flag spell the code of a region, such as {@code gbeng}. */
    private static final int MAX_TAGS = 6;

    private PersonalText() {}

    /** Normalizes a single line: form C, single spaces, no surrounding space. */
    public static String normalizeLine(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\t]+", " ")
                .strip();
    }

    /** Normalizes several lines: form C, line feeds as line ends, no surrounding space. */
    public static String normalizeLines(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Zs}\\t]", " ")
                .strip();
    }

    /** As {@link #validate}, and rejects line breaks. */
    public static Optional<String> validateLine(String text, int maxLength) {
        return text.indexOf('\n') >= 0 ? Optional.of("Use a single line.") : validate(text, maxLength);
    }

    /**
     * Explains to the author what is wrong with a text; empty if it is valid.
     *
     * @param text the normalized text
     * @param maxLength in characters as users see them
     */
    public static Optional<String> validate(String text, int maxLength) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!isAllowed(points, i)) {
                return Optional.of(
                        Character.getType(points[i]) == Character.CONTROL
                                ? "Control characters are not allowed."
                                : "The character U+%04X is not allowed here: it is invisible or obscures the characters around it."
                                        .formatted(points[i]));
            }
        }
        boolean tooLong = length(text) > maxLength || points.length > maxLength * CODE_POINTS_PER_CHARACTER;
        return tooLong ? Optional.of("Use at most " + maxLength + " characters.") : Optional.empty();
    }

    /**
     * Removes what is not allowed from a single line whose author cannot be asked to correct it. The result can be
     * empty.
     */
    public static String sanitizeLine(String raw, int maxLength) {
        String beginning = truncate(removeInvisible(normalizeLine(raw.replaceAll("\\R", " "))), maxLength);
        // truncation can separate a joiner from what it joined
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

    /** The beginning of a text, cut between two characters as users see them. */
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

    /** The number of characters as users see them, which are extended grapheme clusters (Unicode Standard Annex 29). */
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
            return selectsPresentation(points, index);
        }
        if (isTag(point)) {
            return isPartOfFlag(points, index);
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
                hasBaseLetter(points, index);
            default -> true;
        };
    }

    private static boolean hasBaseLetter(int[] points, int index) {
        int marks = 0;
        int base = index;
        while (base >= 0 && (isMark(points[base]) || isVariationSelector(points[base]))) {
            marks += isMark(points[base]) ? 1 : 0;
            base--;
        }
        return base >= 0 && !Character.isWhitespace(points[base]) && marks <= MAX_MARKS;
    }

    /** Variation selectors are allowed after emoji; after a digit only as part of a keycap. */
    private static boolean selectsPresentation(int[] points, int index) {
        return index > 0
                && Character.isEmoji(points[index - 1])
                && (points[index - 1] > 0x7F || index + 1 < points.length && points[index + 1] == KEYCAP);
    }

    /** Tags outside of a complete flag sequence would be invisible text. */
    private static boolean isPartOfFlag(int[] points, int index) {
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
