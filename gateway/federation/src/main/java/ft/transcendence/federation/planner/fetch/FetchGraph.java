package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.path.ChosenWays;
import ft.transcendence.federation.planner.path.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Step 4 of planning: the requests of a plan, and which must come before which. A directed graph without cycles. */
public final class FetchGraph {
    private final List<FetchStep> steps = new ArrayList<>();
    private final ChosenWays ways;

    private FetchGraph(ChosenWays ways) {
        this.ways = ways;
    }

    /** One step for each root and hop that is used. */
    public static FetchGraph of(ChosenWays ways) {
        FetchGraph graph = new FetchGraph(ways);
        Map<Source, FetchStep> byTop = new LinkedHashMap<>();
        for (Source top : ways.activeTops()) {
            FetchStep step = new FetchStep(byTop.size(), top);
            byTop.put(top, step);
            graph.steps.add(step);
        }
        byTop.forEach((top, step) -> {
            if (top instanceof Source.Hop hop) {
                ways.dependencies(hop)
                        .forEach(dependency -> step.addDependency(Objects.requireNonNull(byTop.get(dependency))));
            }
        });
        return graph;
    }

    ChosenWays ways() {
        return ways;
    }

    List<FetchStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** Removes a step whose work {@code replacement} has taken over. */
    void replace(FetchStep old, FetchStep replacement) {
        steps.remove(old);
        steps.forEach(step -> step.replaceDependency(old, replacement));
    }

    /** Whether {@code step} has to wait for {@code other}, directly or not. */
    boolean dependsOn(FetchStep step, FetchStep other) {
        Set<FetchStep> seen = new HashSet<>();
        Deque<FetchStep> open = new ArrayDeque<>(step.dependencies());
        while (!open.isEmpty()) {
            FetchStep next = open.pop();
            if (next == other) {
                return true;
            }
            if (seen.add(next)) {
                next.dependencies().forEach(open::push);
            }
        }
        return false;
    }

    boolean areIndependent(FetchStep one, FetchStep other) {
        return !dependsOn(one, other) && !dependsOn(other, one);
    }

    /** How many requests come one after the other. */
    int depth() {
        Map<FetchStep, Integer> levels = new HashMap<>();
        return steps.stream().mapToInt(step -> level(step, levels)).max().orElse(0);
    }

    /** How many requests come one after the other if the two steps were one. */
    int depthWithMerged(FetchStep one, FetchStep other) {
        Map<FetchStep, Integer> levels = new HashMap<>();
        int level = 0;
        for (FetchStep dependency : one.dependencies()) {
            level = Math.max(level, level(dependency, levels));
        }
        for (FetchStep dependency : other.dependencies()) {
            level = Math.max(level, level(dependency, levels));
        }
        levels.put(one, level + 1);
        levels.put(other, level + 1);
        for (FetchStep step : steps) {
            if (dependsOn(step, one) || dependsOn(step, other)) {
                levels.remove(step);
            }
        }
        return steps.stream().mapToInt(step -> level(step, levels)).max().orElse(0);
    }

    private static int level(FetchStep step, Map<FetchStep, Integer> levels) {
        Integer known = levels.get(step);
        if (known != null) {
            return known;
        }
        int level = 0;
        for (FetchStep dependency : step.dependencies()) {
            level = Math.max(level, level(dependency, levels));
        }
        levels.put(step, level + 1);
        return level + 1;
    }

    @Override
    public String toString() {
        return steps.stream().map(FetchStep::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
