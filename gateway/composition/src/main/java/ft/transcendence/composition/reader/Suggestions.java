package ft.transcendence.composition.reader;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody may have meant who wrote another one. */
final class Suggestions {
    private static final int MAX_SUGGESTIONS = 5;

    private Suggestions() {}

    /** The similar names, the most similar first. */
    static List<String> similar(String name, Collection<String> candidates) {
        int limit = name.length() * 2 / 5 + 1;
        record Candidate(String name, int distance) {}
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MAX_SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    /** {@code : did you mean "a" or "b"?}; empty if there are none. */
    static String sentence(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(" or ", ": did you mean ", "?"));
    }

    /** The number of letters to insert, drop or change (Levenshtein); names that differ in case alone are close. */
    private static int distance(String first, String second) {
        if (first.toLowerCase(Locale.ROOT).equals(second.toLowerCase(Locale.ROOT))) {
            return 1;
        }
        int[] previous = new int[second.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= first.length(); row++) {
            int[] current = new int[second.length() + 1];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int change = first.charAt(row - 1) == second.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
            }
            previous = current;
        }
        return previous[second.length()];
    }
}
