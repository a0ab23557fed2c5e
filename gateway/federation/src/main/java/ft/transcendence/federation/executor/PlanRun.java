package ft.transcendence.federation.executor;

import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestedEntities;
import ft.transcendence.federation.SubgraphRefusedException;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.response.ResponseMerger;
import ft.transcendence.federation.executor.step.ContextFetchStep;
import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a compiled plan. Subgraph responses arrive on the threads of the transport. The thread that brings a response processes it,
 * unless another thread is at work here: then that thread does so afterwards. So no two threads access the state at the same time, none waits
 * for another, and there are no needless thread hops.
 */
abstract class PlanRun {

    final CompiledPlan plan;
    final ExecutionInput input;
    final MergedTree tree;
    final int root;
    private final SubgraphTransport transport;
    /** Whether the transport wants to know where the representations of a request are. */
    private final boolean readsEntities;

    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<CompletableFuture<SubgraphResponse>> inFlight = new ArrayList<>(4);
    private TimerWheel.@Nullable Timeout timeout;
    private boolean expired;

    PlanRun(CompiledPlan plan, ExecutionInput input, SubgraphTransport transport) {
        this.plan = plan;
        this.input = input;
        this.transport = transport;
        this.readsEntities = transport.readsEntities();
        this.tree = new MergedTree(plan.cells().expected());
        this.root = tree.newObject(plan.rootShape().size());
        tree.setType(root, plan.rootType());
    }

    /** Whether nobody waits for the result any more. */
    abstract boolean isOver();

    /** Reports a defect to whoever waits for the result. */
    abstract void fail(Throwable defect);

    // ---- one thread at a time

    final void submit(Runnable task) {
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
            fail(defect);
        }
    }

    // ---- steps

    /**
     * Runs a step.
     *
     * @param receiver gets the subgraph responses
     */
    final void run(@Nullable Step step, ResponseMerger receiver, Runnable done) {
        if (isOver()) {
            return;
        }
        switch (step) {
            case null -> done.run();
            case Step.InSequence(List<Step> steps) -> runFrom(steps, 0, receiver, done);
            case Step.InParallel(List<Step> steps) -> runAll(steps, receiver, done);
            case RootFetchStep fetch -> fetch(fetch, receiver, done);
            case EntityFetchStep fetch -> fetch(fetch, receiver, done);
            case ContextFetchStep fetch -> run(fetch.expand(tree, root, receiver::skip), receiver, done);
        }
    }

    private void runFrom(List<Step> steps, int index, ResponseMerger receiver, Runnable done) {
        if (index == steps.size()) {
            done.run();
        } else {
            run(steps.get(index), receiver, () -> runFrom(steps, index + 1, receiver, done));
        }
    }

    private void runAll(List<Step> steps, ResponseMerger receiver, Runnable done) {
        int[] running = {steps.size() + 1};
        Runnable oneDone = () -> {
            running[0]--;
            if (running[0] == 0) {
                done.run();
            }
        };
        steps.forEach(step -> run(step, receiver, oneDone));
        oneDone.run();
    }

    private void fetch(RootFetchStep step, ResponseMerger receiver, Runnable done) {
        if (expired) {
            receiver.fail(step, tooLate(step), "SUBREQUEST_TIMEOUT");
            done.run();
            return;
        }
        send(step, step.kind(), step.body().of(input.variables(), input.operationName()), null, new ResponseHandler() {
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

    private void fetch(EntityFetchStep step, ResponseMerger receiver, Runnable done) {
        JsonWriter body = new JsonWriter(512);
        EntityBatch[] batches = new EntityBatch[step.groups().size()];
        boolean anything = step.write(tree, root, input.variables(), input.operationName(), body, batches);
        if (step.divided() != null && EntityFetchStep.mustBeDivided(batches)) {
            fetch(step.divided(), receiver, done);
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
        RequestedEntities entities = readsEntities ? step.requested(batches, body) : null;
        send(step, step.kind(), bytes, entities, new ResponseHandler() {
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

    private void send(
            Step.Fetch step,
            OperationKind kind,
            ByteBuffer body,
            @Nullable RequestedEntities entities,
            ResponseHandler handler) {
        SubgraphRequest request = new SubgraphRequest(
                        step.subgraph(), step.url(), body, kind, input.context(), null, FetchObserver.NONE, entities)
                .observed();
        FetchObserver observer = request.observer();
        CompletableFuture<SubgraphResponse> call = call(request);
        inFlight.add(call);
        call.whenComplete((response, problem) -> submit(() -> {
            inFlight.remove(call);
            if (isOver()) {
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

    /** @param time after how much time all calls are given up; null for never */
    final void watch(@Nullable Duration time) {
        if (time == null) {
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

    final void cancelTimeout() {
        if (timeout != null) {
            timeout.cancel();
        }
    }

    final void stop() {
        cancelTimeout();
        cancelCalls();
    }

    private void cancelCalls() {
        List.copyOf(inFlight).forEach(call -> call.cancel(true));
    }
}
