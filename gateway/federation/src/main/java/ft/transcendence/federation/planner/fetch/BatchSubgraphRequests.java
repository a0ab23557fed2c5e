package ft.transcendence.federation.planner.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts entity requests to one subgraph together as groups of one request, when neither waits for the other and the plan
 * does not get more steps in a row by it; and so its root moves. Mutations stay by themselves.
 */
final class BatchSubgraphRequests implements FetchPass {

    private record Batch(String subgraph, boolean entersRootType) {
        static Batch of(FetchStep step) {
            return new Batch(step.subgraph(), step.isNestedRootStep());
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
     * Puts as many of the other steps as can be into this one. What cannot be put together stays so whatever else is: by that steps only
     * come to wait for more.
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
