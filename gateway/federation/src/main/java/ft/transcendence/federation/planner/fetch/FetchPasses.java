package ft.transcendence.federation.planner.fetch;

import java.util.List;

/** The passes over the fetch graph, in order. */
public final class FetchPasses {
    private static final List<FetchPass> PASSES = List.of(
            // first: hops at one place share representations, which groups of one request do not
            new MergeSiblingFetches(),
            // last: what is left for one subgraph and could not be merged is still one request
            new BatchSubgraphRequests());

    private FetchPasses() {}

    /** Applies all passes. */
    public static void apply(FetchGraph graph) {
        PASSES.forEach(pass -> pass.apply(graph));
    }
}
