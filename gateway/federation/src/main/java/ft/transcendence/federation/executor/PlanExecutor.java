package ft.transcendence.federation.executor;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.util.concurrent.CompletableFuture;

/** Runs compiled plans against subgraphs. Thread-safe. */
public final class PlanExecutor {

    private final SubgraphTransport transport;

    public PlanExecutor(SubgraphTransport transport) {
        this.transport = transport;
    }

    /**
     * Runs the plan of a query or mutation.
     *
     * @return the response; cancelling it cancels the subgraph calls
     */
    public CompletableFuture<GraphQLResponse> execute(CompiledPlan plan, ExecutionInput input) {
        return new Execution(plan, input, transport).start();
    }
}
