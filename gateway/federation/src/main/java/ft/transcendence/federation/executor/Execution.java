package ft.transcendence.federation.executor;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.StreamEndedException;
import ft.transcendence.federation.SubgraphRefusedException;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.projection.Projection;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.response.ErrorRedactor;
import ft.transcendence.federation.executor.response.ResponseMerger;
import ft.transcendence.federation.executor.step.ContextFetchStep;
import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonTooLongException;
import ft.transcendence.federation.json.JsonWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a compiled plan. Subgraph responses arrive on the threads of the transport. The thread that brings a response processes it,
 * unless another thread is at work here: then that thread does so afterwards. So no two threads access the state at the same time, none waits
 * for another, and there are no needless thread hops.
 */
final class Execution {

    private final CompiledPlan plan;
    private final ExecutionInput input;
    private final SubgraphTransport transport;
    private final MergedTree tree;
    private final int root;
    private final ResponseErrors errors = new ResponseErrors();
    private final ResponseMerger receiver;
    private final Result result = new Result();

    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<CompletableFuture<SubgraphResponse>> inFlight = new ArrayList<>(4);
    private TimerWheel.@Nullable Timeout timeout;
    private boolean expired;

    Execution(CompiledPlan plan, ExecutionInput input, SubgraphTransport transport, ErrorRedactor redactor) {
        this.plan = plan;
        this.input = input;
        this.transport = transport;
        this.tree = new MergedTree(plan.cells().expected());
        this.root = tree.newObject(plan.rootShape().size());
        tree.setType(root, plan.rootType());
        this.receiver = new ResponseMerger(tree, root, plan, errors, redactor);
        input.errors().forEach(errors::add);
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
            watch(timeLimit);
            run(plan.root(), this::finish);
        });
        return result;
    }

    /** Completes one event of a subscription. */
    CompletableFuture<GraphQLResponse> start(RootFetchStep trigger, SubgraphResponse event, FetchObserver observer) {
        submit(() -> {
            receiver.receive(trigger, event, observer);
            run(plan.root(), this::finish);
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

    // ---- one thread at a time

    private void submit(Runnable task) {
        inbox.add(task);
        if (waiting.getAndIncrement() != 0) {
            return;
        }
        do {
            Runnable next = inbox.poll();
            if (next != null) {
                work(next);
            }
        } while (waiting.decrementAndGet() != 0);
    }

    private void work(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error defect) {
            // whatever it is, the result must be completed
            result.completeExceptionally(defect);
        }
    }

    // ---- steps

    private void run(@Nullable Step step, Runnable done) {
        if (result.isDone()) {
            return;
        }
        switch (step) {
            case null -> done.run();
            case Step.InSequence(List<Step> steps) -> runFrom(steps, 0, done);
            case Step.InParallel(List<Step> steps) -> runAll(steps, done);
            case RootFetchStep fetch -> fetch(fetch, done);
            case EntityFetchStep fetch -> fetch(fetch, done);
            case ContextFetchStep fetch -> run(fetch.expand(tree, root, receiver::skip), done);
        }
    }

    private void runFrom(List<Step> steps, int index, Runnable done) {
        if (index == steps.size()) {
            done.run();
        } else {
            run(steps.get(index), () -> runFrom(steps, index + 1, done));
        }
    }

    private void runAll(List<Step> steps, Runnable done) {
        int[] running = {steps.size() + 1};
        Runnable oneDone = () -> {
            running[0]--;
            if (running[0] == 0) {
                done.run();
            }
        };
        steps.forEach(step -> run(step, oneDone));
        oneDone.run();
    }

    private void fetch(RootFetchStep step, Runnable done) {
        if (expired) {
            receiver.fail(step, tooLate(step), "SUBREQUEST_TIMEOUT");
            done.run();
            return;
        }
        send(step, step.kind(), step.body().of(input.variables(), input.operationName()), new ResponseHandler() {
            @Override
            public void onResponse(SubgraphResponse response, FetchObserver observer) {
                receiver.receive(step, response, observer);
                done.run();
            }

            @Override
            public void onFailure(String problem, String code) {
                receiver.fail(step, problem, code);
                done.run();
            }
        });
    }

    private void fetch(EntityFetchStep step, Runnable done) {
        JsonWriter body = new JsonWriter(512);
        EntityBatch[] batches = new EntityBatch[step.groups().size()];
        boolean anything = step.write(tree, root, input.variables(), input.operationName(), body, batches);
        if (step.divided() != null && EntityFetchStep.mustBeDivided(batches)) {
            fetch(step.divided(), done);
            return;
        }
        receiver.skip(step, batches);
        if (!anything) {
            done.run();
            return;
        }
        if (expired) {
            receiver.fail(step, batches, tooLate(step), "SUBREQUEST_TIMEOUT");
            done.run();
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(body.array(), 0, body.size());
        send(step, step.kind(), bytes, new ResponseHandler() {
            @Override
            public void onResponse(SubgraphResponse response, FetchObserver observer) {
                receiver.receive(step, batches, response, observer);
                done.run();
            }

            @Override
            public void onFailure(String problem, String code) {
                receiver.fail(step, batches, problem, code);
                done.run();
            }
        });
    }

    /** Receives the outcome of a call. */
    private interface ResponseHandler {
        void onResponse(SubgraphResponse response, FetchObserver observer);

        void onFailure(String problem, String code);
    }

    private void send(Step.Fetch step, OperationKind kind, ByteBuffer body, ResponseHandler handler) {
        SubgraphRequest request =
                new SubgraphRequest(step.subgraph(), step.url(), body, kind, input.context()).observed();
        FetchObserver observer = request.observer();
        CompletableFuture<SubgraphResponse> call = call(request);
        inFlight.add(call);
        call.whenComplete((response, problem) -> submit(() -> {
            inFlight.remove(call);
            if (result.isDone()) {
                observer.failed(failure(FetchFailure.Reason.CANCELLED, problem));
            } else if (response != null) {
                handler.onResponse(response, observer);
            } else if (isTimeout(problem)) {
                observer.failed(failure(FetchFailure.Reason.TIMED_OUT, problem));
                handler.onFailure(tooLate(step), "SUBREQUEST_TIMEOUT");
            } else if (unwrapped(problem) instanceof SubgraphRefusedException refused) {
                observer.failed(failure(FetchFailure.Reason.REFUSED, problem));
                handler.onFailure(refused.clientMessage(), refused.code());
            } else {
                observer.failed(failure(FetchFailure.Reason.UNREACHABLE, problem));
                handler.onFailure(
                        "The subgraph '" + step.subgraph() + "' could not be reached", "SUBREQUEST_HTTP_ERROR");
            }
        }));
    }

    private CompletableFuture<SubgraphResponse> call(SubgraphRequest request) {
        try {
            return transport.send(request);
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static FetchFailure failure(FetchFailure.Reason reason, @Nullable Throwable problem) {
        return new FetchFailure(reason, 0, null, unwrapped(problem));
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    private boolean isTimeout(@Nullable Throwable problem) {
        Throwable cause = unwrapped(problem);
        return cause instanceof TimeoutException || (expired && cause instanceof CancellationException);
    }

    private static String tooLate(Step.Fetch step) {
        return "The subgraph '" + step.subgraph() + "' did not respond in time";
    }

    // ---- the end

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

    private void watch(@Nullable Duration time) {
        if (time == null || plan.root() == null) {
            return;
        }
        timeout = TimerWheel.shared()
                .schedule(
                        time,
                        () -> submit(() -> {
                            expired = true;
                            cancelCalls();
                        }));
    }

    private void cancelTimeout() {
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private void stop() {
        cancelTimeout();
        cancelCalls();
    }

    private void cancelCalls() {
        List.copyOf(inFlight).forEach(call -> call.cancel(true));
    }
}
