package ft.transcendence.federation.executor;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.StreamEndedException;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.projection.Projection;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.response.ErrorRedactor;
import ft.transcendence.federation.executor.response.ResponseMerger;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.json.JsonTooLongException;
import ft.transcendence.federation.json.JsonWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One execution of a compiled plan with a single response. */
final class Execution extends PlanRun {

    private final ResponseErrors errors = new ResponseErrors();
    private final ResponseMerger receiver;
    private final Result result = new Result();

    Execution(CompiledPlan plan, ExecutionInput input, SubgraphTransport transport, ErrorRedactor redactor) {
        super(plan, input, transport);
        this.receiver = new ResponseMerger(tree, root, plan, errors, redactor);
        input.errors().forEach(errors::add);
    }

    @Override
    boolean isOver() {
        return result.isDone();
    }

    @Override
    void fail(Throwable defect) {
        result.completeExceptionally(defect);
    }

    /** The future response. Cancelling it, or a timeout of it, cancels the subgraph calls. */
    private final class Result extends CompletableFuture<GraphQLResponse> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return stopping(super.cancel(mayInterruptIfRunning));
        }

        @Override
        public boolean completeExceptionally(Throwable problem) {
            return stopping(super.completeExceptionally(problem));
        }

        private boolean stopping(boolean isFirst) {
            if (isFirst) {
                submit(Execution.this::stop);
            }
            return isFirst;
        }
    }

    /**
     * Executes the whole plan.
     *
     * @param timeLimit how long the execution may take; null for no limit
     */
    CompletableFuture<GraphQLResponse> start(@Nullable Duration timeLimit) {
        submit(() -> {
            watch(plan.root() == null ? null : timeLimit);
            run(plan.root(), receiver, this::finish);
        });
        return result;
    }

    /** Completes one event of a subscription. */
    CompletableFuture<GraphQLResponse> start(RootFetchStep trigger, SubgraphResponse event, FetchObserver observer) {
        submit(() -> {
            receiver.receive(trigger, event, observer);
            run(plan.root(), receiver, this::finish);
        });
        return result;
    }

    /** The last response of a subscription whose stream broke off. */
    GraphQLResponse ended(RootFetchStep trigger, Throwable problem) {
        if (problem instanceof StreamEndedException ending) {
            receiver.fail(trigger, ending.clientMessage(), ending.code());
        } else {
            receiver.fail(
                    trigger,
                    "The event stream of the subgraph '" + trigger.subgraph() + "' broke off",
                    "SUBREQUEST_HTTP_ERROR");
        }
        finish();
        return result.join();
    }

    private void finish() {
        cancelTimeout();
        plan.cells().remember(tree.mark().cells());
        GraphQLResponse response = response();
        plan.bytes().remember(response.size());
        input.context().observer().answered(response);
        result.complete(response);
    }

    private GraphQLResponse response() {
        int limit = input.context().maxResponseSize();
        try {
            JsonWriter out = written(new JsonWriter(plan.bytes().expected(), limit));
            return new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, out.array(), out.size(), errors.entries());
        } catch (JsonTooLongException tooLong) {
            String message =
                    "The response would have more than " + limit + " bytes; select fewer fields or smaller pages.";
            return RequestRefusedException.withoutData(message, "RESPONSE_TOO_LARGE")
                    .response();
        }
    }

    private JsonWriter written(JsonWriter out) {
        out.writeAscii("{\"data\":");
        new Projection(tree, plan.types(), input.introspection(), errors, out).writeRoot(plan.response(), root);
        if (!errors.isEmpty()) {
            out.writeAscii(",\"errors\":");
            errors.write(out);
        }
        if (input.context().allows(RequestContext.Feature.QUERY_PLAN)) {
            out.writeAscii(",\"extensions\":");
            out.writeValue(Map.of("queryPlan", plan.plan().toString()));
        }
        out.write('}');
        return out;
    }
}
