package ft.transcendence.federation.planner.fetch;

/** An optimization pass: rewrites the fetch graph without changing the response. */
interface FetchPass {
    void apply(FetchGraph graph);
}
