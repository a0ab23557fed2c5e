package ft.transcendence.federation.executor;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.SubgraphErrorListener;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.response.ErrorRedactor;
import ft.transcendence.federation.executor.step.RootFetchStep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Executes compiled plans against subgraphs. Thread-safe. */
public final class PlanExecutor {

    private final SubgraphTransport transport;
    private final SubgraphErrorPolicy errorPolicy;
    private final SubgraphErrorListener errorListener;
    private final InstantSource clock;

    /**
     * @param errorPolicy what clients see of subgraph errors
     * @param clock what deadlines are compared with
     */
    public PlanExecutor(
            SubgraphTransport transport,
            SubgraphErrorPolicy errorPolicy,
            SubgraphErrorListener errorListener,
            InstantSource clock) {
        this.transport = transport;
        this.errorPolicy = errorPolicy;
        this.errorListener = errorListener;
        this.clock = clock;
    }

    /**
     * Executes the plan of a query or mutation.
     *
     * @return the response; cancelling it cancels the subgraph calls
     */
    public CompletableFuture<GraphQLResponse> execute(CompiledPlan plan, ExecutionInput input) {
        return new Execution(plan, input, transport, redactor(input)).start(timeLimit(input));
    }

    /** The parts of the response to a query or mutation. The execution begins when somebody subscribes; cancelling it cancels the subgraph calls. */
    public Flow.Publisher<GraphQLResponse> executeInParts(
            CompiledPlan plan, ExecutionInput input, IncrementalFormat format) {
        return IncrementalExecution.publisher(plan, input, transport, redactor(input), format, timeLimit(input));
    }

    private @Nullable Duration timeLimit(ExecutionInput input) {
        return input.context()
                .deadline()
                .map(until -> Duration.between(clock.instant(), until))
                .orElse(null);
    }

    /** The responses of a subscription's plan, one for each event of the subgraph. The subgraph is called when somebody subscribes. */
    public Flow.Publisher<GraphQLResponse> subscribe(CompiledPlan plan, ExecutionInput input) {
        RootFetchStep trigger = plan.trigger();
        if (trigger == null) {
            throw new IllegalArgumentException("Not the plan of a subscription");
        }
        return new EventStream(plan, trigger, input, transport, redactor(input));
    }

    private ErrorRedactor redactor(ExecutionInput input) {
        return new ErrorRedactor(errorPolicy, errorListener, input.context());
    }
}
