package ft.transcendence.federation.planner.fetch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The number of fetches on the longest chain up to each step, and from each step on. The step itself counts in both.
 *
 * @param depth the longest chain of the whole graph
 */
record Levels(Map<FetchStep, Integer> upTo, Map<FetchStep, Integer> from, int depth) {

    static Levels of(List<FetchStep> steps) {
        Map<FetchStep, Integer> upTo = new HashMap<>();
        steps.forEach(step -> level(step, upTo));
        Map<FetchStep, Integer> from = new HashMap<>();
        List<FetchStep> lastFirst = new ArrayList<>(steps);
        lastFirst.sort(Comparator.comparing(upTo::get, Comparator.reverseOrder()));
        for (FetchStep step : lastFirst) {
            int own = from.getOrDefault(step, 1);
            from.put(step, own);
            step.dependencies().forEach(dependency -> from.merge(dependency, own + 1, Math::max));
        }
        int depth = upTo.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Levels(upTo, from, depth);
    }

    private static int level(FetchStep step, Map<FetchStep, Integer> levels) {
        Integer known = levels.get(step);
        if (known != null) {
            return known;
        }
        int level = 1;
        for (FetchStep dependency : step.dependencies()) {
            level = Math.max(level, level(dependency, levels) + 1);
        }
        levels.put(step, level);
        return level;
    }

    /** Whether the graph keeps its depth if two independent steps become one. */
    boolean stayWithMerged(FetchStep one, FetchStep other) {
        int before = Math.max(upTo.getOrDefault(one, 1), upTo.getOrDefault(other, 1));
        int after = Math.max(from.getOrDefault(one, 1), from.getOrDefault(other, 1));
        return before + after - 1 <= depth;
    }
}
