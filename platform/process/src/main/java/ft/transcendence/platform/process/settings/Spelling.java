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
