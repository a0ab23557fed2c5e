package ft.transcendence.federation.planner;

import ft.transcendence.federation.planner.fetch.FetchGraph;
import ft.transcendence.federation.planner.fetch.FetchPasses;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.tree.QueryTree;

/** Sees the result of each step of planning, once for a query and once for each group of mutation fields that share a request. */
interface PlanningObserver extends FetchPasses.Observer {

    /** Ignores everything. */
    PlanningObserver NONE = new PlanningObserver() {
        @Override
        public void onPaths(QueryTree tree, PathSelection paths) {}

        @Override
        public void onGraph(String stage, FetchGraph graph) {}
    };

    /** The query tree is complete only after the path search, which adds the fields of keys and requirements to it. */
    void onPaths(QueryTree tree, PathSelection paths);
}
