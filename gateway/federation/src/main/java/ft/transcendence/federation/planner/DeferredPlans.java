package ft.transcendence.federation.planner;

import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.plan.DeferredNode;
import ft.transcendence.federation.plan.ParallelNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.planner.fetch.FetchGraph;
import ft.transcendence.federation.planner.fetch.FetchStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is fetched for the deferred parts of an operation. The root fields of a mutation are planned one after the other and add to it in turn. */
final class DeferredPlans {
    private final Deferral deferral;
    private final Map<Integer, List<PlanNode>> nodes = new TreeMap<>();
    private final Map<Integer, Set<Integer>> after = new TreeMap<>();

    DeferredPlans(Deferral deferral) {
        this.deferral = deferral;
    }

    /** Adds fetches for a part, which wait for those of the parts that their steps depend on. */
    void add(int part, PlanNode node, FetchGraph fetches) {
        nodes.computeIfAbsent(part, ignored -> new ArrayList<>()).add(node);
        Set<Integer> parts = after.computeIfAbsent(part, ignored -> new TreeSet<>());
        for (FetchStep step : fetches.stepsOf(part)) {
            step.dependencies().forEach(dependency -> parts.add(dependency.part()));
        }
        parts.remove(part);
    }

    /** The parts for which something is fetched, each after those that it waits for. */
    List<DeferredNode> nodes() {
        return deferral.inOrder().stream()
                .filter(nodes::containsKey)
                .map(this::node)
                .toList();
    }

    private DeferredNode node(int part) {
        List<PlanNode> all = Objects.requireNonNull(nodes.get(part));
        List<String> labels = new ArrayList<>();
        for (int fragment = 0; fragment < deferral.fragments().size(); fragment++) {
            if (deferral.belongs(part, fragment)) {
                String label = deferral.fragments().get(fragment).label();
                labels.add(label == null ? "#" + fragment : label);
            }
        }
        return new DeferredNode(
                part,
                List.copyOf(after.getOrDefault(part, Set.of())),
                labels,
                all.size() == 1 ? all.getFirst() : new ParallelNode(all));
    }
}
