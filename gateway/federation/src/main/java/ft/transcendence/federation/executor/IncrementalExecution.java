package ft.transcendence.federation.executor;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.compiler.DeferredPart;
import ft.transcendence.federation.executor.incremental.DeferredParts;
import ft.transcendence.federation.executor.incremental.PartWriter;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.response.ErrorRedactor;
import ft.transcendence.federation.executor.response.ResponseMerger;
import ft.transcendence.federation.json.JsonTooLongException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a compiled plan whose response is delivered in parts. What is fetched for a part is requested as soon as the parts before it have
 * been fetched. Parts are written when the client asks for the next one, so that a slow client gets several at once and nothing piles up.
 */
final class IncrementalExecution extends PlanRun implements Flow.Subscription {

    private final Flow.Subscriber<? super GraphQLResponse> client;
    private final ErrorRedactor redactor;
    private final @Nullable Duration timeLimit;
    private final DeferredParts parts;
    private final PartWriter writer;
    private final Set<Integer> started = new HashSet<>();
    private final int limit;

    private @Nullable GraphQLResponse primary;
    private boolean primaryDelivered;
    private long demand;
    private long sent;
    private volatile boolean over;

    /** @param timeLimit how long the execution may take; null for no limit */
    IncrementalExecution(
            CompiledPlan plan,
            ExecutionInput input,
            SubgraphTransport transport,
            ErrorRedactor redactor,
            IncrementalFormat format,
            Flow.Subscriber<? super GraphQLResponse> client,
            @Nullable Duration timeLimit) {
        super(plan, input, transport);
        this.client = client;
        this.redactor = redactor;
        this.timeLimit = timeLimit;
        this.parts = new DeferredParts(plan.deferral());
        this.writer = PartWriter.of(format, parts, tree, plan.types(), input.introspection());
        this.limit = input.context().maxResponseSize();
    }

    void start() {
        client.onSubscribe(this);
        submit(() -> {
            if (over) {
                return;
            }
            watch(timeLimit);
            ResponseErrors errors = new ResponseErrors();
            input.errors().forEach(errors::add);
            run(plan.root(), receiver(errors), () -> finishPrimary(errors));
            startParts();
        });
    }

    private ResponseMerger receiver(ResponseErrors errors) {
        return new ResponseMerger(tree, root, plan, errors, redactor);
    }

    // ---- what is fetched

    /** Requests what can be fetched now. */
    private void startParts() {
        for (DeferredPart part : plan.parts()) {
            if (!isOver() && parts.areFetched(part.after()) && started.add(part.number())) {
                ResponseErrors errors = new ResponseErrors();
                run(part.step(), receiver(errors), () -> finishPart(part.number(), errors));
            }
        }
    }

    private void finishPrimary(ResponseErrors errors) {
        try {
            primary = writer.primary(plan.response(), root, errors, extensions(), limit);
        } catch (JsonTooLongException tooLong) {
            primary = RequestRefusedException.withoutData(tooLarge(), "RESPONSE_TOO_LARGE")
                    .response();
        }
        finishPart(0, new ResponseErrors());
    }

    private Map<String, Object> extensions() {
        return input.context().allows(RequestContext.Feature.QUERY_PLAN)
                ? Map.of("queryPlan", plan.plan().toString())
                : Map.of();
    }

    private void finishPart(int part, ResponseErrors errors) {
        parts.fetched(part, errors);
        advance();
        startParts();
    }

    private String tooLarge() {
        return "The response would have more than " + limit + " bytes; select fewer fields or smaller pages.";
    }

    // ---- what is delivered

    /** Delivers what is ready, as far as the client asks for it. */
    private void advance() {
        while (!over && demand > 0) {
            if (!primaryDelivered) {
                if (primary == null) {
                    return;
                }
                GraphQLResponse first = primary;
                primary = null;
                primaryDelivered = true;
                deliver(first, !parts.isAnyOpen());
            } else if (parts.isAnyReady()) {
                deliverReady();
            } else {
                return;
            }
        }
    }

    private void deliverReady() {
        try {
            GraphQLResponse next = writer.next((int) Math.max(1, limit - sent));
            deliver(next, !parts.isAnyOpen());
        } catch (JsonTooLongException tooLong) {
            Map<String, @Nullable Object> error = new LinkedHashMap<>();
            error.put("message", tooLarge());
            error.put("extensions", Map.of("code", "RESPONSE_TOO_LARGE"));
            deliver(writer.failure(error), true);
        }
    }

    private void deliver(GraphQLResponse response, boolean isLast) {
        demand--;
        sent += response.size();
        input.context().observer().answered(response);
        if (isLast) {
            // before the client sees the end: it may look at what has been called
            plan.cells().remember(tree.mark().cells());
            over = true;
            stop();
        }
        client.onNext(response);
        if (isLast) {
            client.onComplete();
        }
    }

    // ---- from the client

    @Override
    public void request(long count) {
        submit(() -> {
            if (over) {
                return;
            }
            if (count <= 0) {
                fail(new IllegalArgumentException("Only a positive number of items can be requested"));
                return;
            }
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            advance();
        });
    }

    @Override
    public void cancel() {
        over = true;
        submit(this::stop);
    }

    @Override
    boolean isOver() {
        return over;
    }

    @Override
    void fail(Throwable defect) {
        if (!over) {
            over = true;
            stop();
            client.onError(defect);
        }
    }

    /** The publisher of the parts. The execution begins when somebody subscribes, which can happen once. */
    static Flow.Publisher<GraphQLResponse> publisher(
            CompiledPlan plan,
            ExecutionInput input,
            SubgraphTransport transport,
            ErrorRedactor redactor,
            IncrementalFormat format,
            @Nullable Duration timeLimit) {
        return client -> new IncrementalExecution(plan, input, transport, redactor, format, client, timeLimit).start();
    }
}
