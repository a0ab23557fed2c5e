package ft.transcendence.federation.planner.fetch;

/** A rewriting of the fetch graph that leaves its answer the same. */
interface FetchPass {
    void apply(FetchGraph graph);
}
