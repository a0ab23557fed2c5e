package ft.transcendence.platform.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant by a name that does not exist. */
final class Suggestion {

    private Suggestion() {}

    /** Returns a sentence, with a blank before it, that names the nearest of {@code known}; empty when none is near. */
    static String didYouMean(Collection<String> known, String typed) {
        return nearest(known, typed).map(name -> " Did you mean " + name + "?").orElse("");
    }

    /** Near is what holds the typed name, or a third of its letters apart from it. */
    static Optional<String> nearest(Collection<String> known, String typed) {
        return known.stream()
                .filter(name -> isNear(name, typed))
                .min(Comparator.comparingInt((String name) -> distance(name, typed))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String name, String typed) {
        return (typed.length() > 2 && name.contains(typed)) || distance(name, typed) <= Math.max(1, typed.length() / 3);
    }

    /** The edit distance of Levenshtein: how many letters have to be put in, left out or replaced. */
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
