package ft.transcendence.platform.process.settings;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggests what a mistyped name was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** The candidate with the smallest edit distance, if that is at most two or a quarter of the name, and less than half of it. */
    public static Optional<String> nearest(String typed, Stream<String> candidates) {
        return candidates
                .map(candidate -> new Match(candidate, distance(typed, candidate)))
                .min(Comparator.comparingInt(Match::distance).thenComparing(Match::candidate))
                .filter(match -> match.distance() <= Math.max(2, typed.length() / 4))
                .filter(match -> 2 * match.distance() < typed.length())
                .map(Match::candidate);
    }

    /** Whether a name has one letter more, less or else than another, or two neighbouring ones exchanged. Cheap. */
    public static boolean isSlip(String typed, String meant) {
        String shorter = typed.length() <= meant.length() ? typed : meant;
        String longer = shorter.equals(typed) ? meant : typed;
        int equal = shorter.length();
        int start = 0;
        while (start < equal && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < equal - start && fromEnd(shorter, end) == fromEnd(longer, end)) {
            end++;
        }
        int different = longer.length() - start - end;
        if (longer.length() != shorter.length()) {
            return different == 1;
        }
        return different == 1
                || (different == 2
                        && shorter.charAt(start) == longer.charAt(start + 1)
                        && shorter.charAt(start + 1) == longer.charAt(start));
    }

    private static char fromEnd(String text, int distance) {
        return text.charAt(text.length() - 1 - distance);
    }

    private record Match(String candidate, int distance) {}

    /** The Levenshtein distance: the number of characters to insert, delete or replace. */
    static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
