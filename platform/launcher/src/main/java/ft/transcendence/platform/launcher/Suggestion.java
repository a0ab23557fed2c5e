package ft.transcendence.platform.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests what a user may have meant by an unknown name. */
final class Suggestion {

    private Suggestion() {}

    /** Returns a sentence, preceded by a space, that suggests the closest of {@code known}; empty if none is close. */
    static String didYouMean(Collection<String> known, String typed) {
        return nearest(known, typed).map(name -> " Did you mean " + name + "?").orElse("");
    }

    /** A name is close if it contains what was typed, or differs from it in at most a third of its letters. */
    static Optional<String> nearest(Collection<String> known, String typed) {
        return known.stream()
                .filter(name -> isNear(name, typed))
                .min(Comparator.comparingInt((String name) -> distance(name, typed))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String name, String typed) {
        return (typed.length() > 2 && name.contains(typed)) || distance(name, typed) <= Math.max(1, typed.length() / 3);
    }

    /** The Levenshtein distance: the number of letters to insert, delete or replace. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
