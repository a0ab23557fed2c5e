package ft.transcendence.federation.planner.fetch;

import java.util.List;

/**
 * Puts entity requests to one subgraph together as groups of one request, when neither waits for the other and the plan
 * does not get more steps in a row by it.
 */
final class BatchSubgraphRequests implements FetchPass {

    @Override
    public void apply(FetchGraph graph) {
        boolean merged = true;
        while (merged) {
            merged = batchOne(graph, graph.depth());
        }
    }

    private static boolean batchOne(FetchGraph graph, int depth) {
        List<FetchStep> steps = List.copyOf(graph.steps());
        for (int i = 0; i < steps.size(); i++) {
            for (int j = i + 1; j < steps.size(); j++) {
                FetchStep one = steps.get(i);
                FetchStep other = steps.get(j);
                if (canBatch(graph, one, other) && graph.depthWithMerged(one, other) <= depth) {
                    one.addGroupsOf(other);
                    graph.replace(other, one);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean canBatch(FetchGraph graph, FetchStep one, FetchStep other) {
        return one.isEntityStep()
                && other.isEntityStep()
                && one.subgraph().equals(other.subgraph())
                && graph.areIndependent(one, other);
    }
}
