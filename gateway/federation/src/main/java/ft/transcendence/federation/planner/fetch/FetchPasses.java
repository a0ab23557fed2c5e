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

    /** Runs all passes. */
    public static void apply(FetchGraph graph) {
        PASSES.forEach(pass -> pass.apply(graph));
    }
}
