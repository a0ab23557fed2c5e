package ft.transcendence.federation.planner;

import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.fetch.FetchGraph;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.tree.QueryTree;

/** Records the steps of planning as text, since later steps change what earlier ones made. */
final class TraceRecorder implements PlanningObserver {
    private final StringBuilder tree = new StringBuilder();
    private final StringBuilder paths = new StringBuilder();
    private final StringBuilder fetches = new StringBuilder();

    @Override
    public void onPaths(QueryTree builtTree, PathSelection selectedPaths) {
        tree.append(builtTree);
        paths.append(selectedPaths);
    }

    @Override
    public void onGraph(String stage, FetchGraph graph) {
        fetches.append("# ").append(stage).append('\n').append(graph);
    }

    PlanTrace trace(QueryGraph graph, QueryPlan plan) {
        return new PlanTrace(graph, tree.toString(), paths.toString(), fetches.toString(), plan);
    }
}
