package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.limits.PlanningBudget;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Step 4 of planning: the fetches of a plan and the dependencies between them, as a directed acyclic graph. */
public final class FetchGraph {
    private static final int STEPS_PER_SPENDING = 16;

    private final List<FetchStep> steps = new ArrayList<>();
    private final PathSelection paths;
    private final PlanningBudget budget;

    private FetchGraph(PathSelection paths, PlanningBudget budget) {
        this.paths = paths;
        this.budget = budget;
    }

    /**
     * Creates one step for each root move and entity move in use.
     *
     * @param budget the remaining budget, for the passes
     */
    public static FetchGraph of(PathSelection paths, PlanningBudget budget) {
        FetchGraph graph = new FetchGraph(paths, budget);
        Map<PathCandidate, FetchStep> byEntry = new LinkedHashMap<>();
        for (PathCandidate entry : paths.activeEntries()) {
            FetchStep step = new FetchStep(byEntry.size(), entry);
            byEntry.put(entry, step);
            graph.steps.add(step);
        }
        byEntry.forEach((entry, step) -> {
            if (entry instanceof EntityMove move) {
                paths.dependencies(move)
                        .forEach(dependency -> step.addDependency(Objects.requireNonNull(byEntry.get(dependency))));
            }
        });
        return graph;
    }

    public PathSelection paths() {
        return paths;
    }

    PlanningBudget budget() {
        return budget;
    }

    public List<FetchStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** The steps that fetch for a part of the response. */
    public List<FetchStep> stepsOf(int part) {
        return steps.stream().filter(step -> step.part() == part).toList();
    }

    /** Removes a step that has been merged into {@code replacement}. */
    void replace(FetchStep old, FetchStep replacement) {
        steps.remove(old);
        steps.forEach(step -> step.replaceDependency(old, replacement));
    }

    /** Whether {@code step} has to wait for {@code other}, directly or transitively. */
    boolean dependsOn(FetchStep step, FetchStep other) {
        Set<FetchStep> seen = new HashSet<>();
        Deque<FetchStep> open = new ArrayDeque<>(step.dependencies());
        while (!open.isEmpty()) {
            FetchStep next = open.pop();
            budget.spend(1);
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

    /** The distance of each step from the start and from the end. */
    Levels levels() {
        budget.spend(steps.size() / STEPS_PER_SPENDING + 1);
        return Levels.of(steps);
    }

    @Override
    public String toString() {
        return FetchGraphPrinter.print(this);
    }
}
