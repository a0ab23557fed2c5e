package ft.transcendence.federation.planner.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Batches entity fetches from one subgraph into a single request with several groups, if neither depends on the other and the plan does not
 * become deeper. Nested root fetches are batched in the same way. Mutations stay separate.
 */
final class BatchSubgraphRequests implements FetchPass {

    private record Batch(String subgraph, int part, boolean entersRootType) {
        static Batch of(FetchStep step) {
            return new Batch(step.subgraph(), step.part(), step.isNestedRootStep());
        }
    }

    @Override
    public void apply(FetchGraph graph) {
        Map<Batch, List<FetchStep>> batches = new LinkedHashMap<>();
        for (FetchStep step : graph.steps()) {
            if (step.canBeBatched()) {
                batches.computeIfAbsent(Batch.of(step), ignored -> new ArrayList<>())
                        .add(step);
            }
        }
        Levels levels = graph.levels();
        for (FetchStep step : List.copyOf(graph.steps())) {
            List<FetchStep> left = step.canBeBatched() ? batches.get(Batch.of(step)) : null;
            if (left != null && left.remove(step)) {
                levels = batch(graph, step, left, levels);
            }
        }
    }

    /**
     * Batches as many of the other steps as possible into this one. A step that cannot be batched now never can be later, since batching only adds
     * dependencies.
     */
    private static Levels batch(FetchGraph graph, FetchStep step, List<FetchStep> others, Levels before) {
        Levels levels = before;
        for (FetchStep other : List.copyOf(others)) {
            graph.budget().spend(1);
            if (levels.stayWithMerged(step, other) && graph.areIndependent(step, other)) {
                step.addGroupsOf(other);
                graph.replace(other, step);
                others.remove(other);
                levels = graph.levels();
            }
        }
        return levels;
    }
}
