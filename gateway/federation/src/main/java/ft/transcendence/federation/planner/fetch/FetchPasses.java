package ft.transcendence.federation.planner.fetch;

import java.util.List;

/** The optimization passes, in the order in which they run. */
public final class FetchPasses {
    private static final List<FetchPass> PASSES = List.of(
            // first: siblings share their representations, which groups of one request do not
            new MergeSiblingFetches(),
            // last: fetches from one subgraph that could not be merged can still share a request
            new BatchSubgraphRequests());

    private FetchPasses() {}

    /** Sees the graph before the first pass and after each of them. */
    public interface Observer {

        /** @param stage what the graph is the result of, for example the name of a pass */
        void onGraph(String stage, FetchGraph graph);
    }

    /** Runs all passes. */
    public static void apply(FetchGraph graph, Observer observer) {
        observer.onGraph("one fetch for each move into a subgraph", graph);
        for (FetchPass pass : PASSES) {
            pass.apply(graph);
            observer.onGraph(pass.getClass().getSimpleName(), graph);
        }
    }
}
