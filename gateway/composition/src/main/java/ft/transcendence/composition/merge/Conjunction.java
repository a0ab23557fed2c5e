package ft.transcendence.composition.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Access rules in disjunctive normal form, as {@code @requiresScopes} and {@code @policy} write them: a caller needs all names of one of the sets. What
 * several subgraphs demand is demanded together.
 */
public final class Conjunction {
    private Conjunction() {}

    /** All rules at once, in disjunctive normal form and without sets that contain another one. An empty rule demands nothing. */
    public static List<List<String>> of(List<List<List<String>>> rules) {
        List<List<List<String>>> distinct = distinct(rules);
        List<List<String>> all = distinct.getFirst();
        for (List<List<String>> rule : distinct.subList(1, distinct.size())) {
            all = both(all, rule);
        }
        return all;
    }

    private static List<List<List<String>>> distinct(List<List<List<String>>> rules) {
        Set<List<List<String>>> distinct = new LinkedHashSet<>();
        for (List<List<String>> rule : rules) {
            distinct.add(normal(rule));
        }
        return List.copyOf(distinct);
    }

    private static List<List<String>> normal(List<List<String>> rule) {
        if (rule.isEmpty()) {
            return List.of(List.of());
        }
        return rule.stream()
                .map(names -> names.stream().sorted().toList())
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    private static List<List<String>> both(List<List<String>> one, List<List<String>> other) {
        Set<List<String>> products = new LinkedHashSet<>();
        for (Collection<String> names : one) {
            for (Collection<String> more : other) {
                Set<String> union = new TreeSet<>(names);
                union.addAll(more);
                products.add(List.copyOf(union));
            }
        }
        return withoutSupersets(products);
    }

    private static List<List<String>> withoutSupersets(Collection<List<String>> sets) {
        List<List<String>> smallestFirst =
                sets.stream().sorted(Comparator.comparingInt(List::size)).toList();
        List<List<String>> kept = new ArrayList<>();
        for (List<String> candidate : smallestFirst) {
            if (kept.stream().noneMatch(candidate::containsAll)) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** Whether a caller who meets {@code given} also meets {@code needed}. */
    public static boolean implies(List<List<String>> given, List<List<String>> needed) {
        return normal(given).stream().allMatch(names -> normal(needed).stream().anyMatch(names::containsAll));
    }
}
