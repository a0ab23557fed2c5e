package ft.transcendence.federation.preparation;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission;
import ft.transcendence.federation.OperationAdmission.Decision.Admitted;
import ft.transcendence.federation.OperationAdmission.Decision.Refused;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.preparation.OperationKeys.OfDocument;
import ft.transcendence.federation.preparation.OperationKeys.OfPlan;
import ft.transcendence.federation.preparation.OperationKeys.OfVariant;
import ft.transcendence.federation.scheduling.PlanningPool;
import ft.transcendence.federation.scheduling.PlanningPool.Requester;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the compiled plan of a request. What is cached is found at once. What is missing is prepared on the planning threads, each step once for
 * all equal requests that arrive meanwhile. Refused requests are not cached.
 */
public final class OperationCache {

    private static final CompletableFuture<OperationAdmission.Decision> ADMITTED =
            CompletableFuture.completedFuture(new Admitted(Set.of()));

    private final OperationCompiler compiler;
    private final ProgressiveOverrides overrides;
    private final DemandControl demand;
    private final WeightedCache cache;
    private final PlanningPool pool;
    private final LongSupplier nanoTime;

    /** @param nanoTime the clock by which observers see how long the preparation takes */
    public OperationCache(
            OperationCompiler compiler,
            ProgressiveOverrides overrides,
            DemandControl demand,
            WeightedCache cache,
            PlanningPool pool,
            LongSupplier nanoTime) {
        this.compiler = compiler;
        this.overrides = overrides;
        this.demand = demand;
        this.cache = cache;
        this.pool = pool;
        this.nanoTime = nanoTime;
    }

    /** How far a request gets with what is cached. */
    public sealed interface Progress {}

    /** Everything that the execution needs is cached. */
    public record Ready(PreparedOperation operation, VariableValues variables, ExecutableOperation executable)
            implements Progress {}

    /** Something has to be prepared or decided: what is null is not known. */
    public record Incomplete(
            @Nullable PreparedOperation operation,
            @Nullable VariableValues variables,
            @Nullable OperationVariant variant,
            @Nullable Set<String> activeLabels)
            implements Progress {

        private static final Incomplete UNKNOWN = new Incomplete(null, null, null, null);

        /** Whether something is not cached. It is unknown for a request that awaits its admission, on which the plan depends. */
        boolean isUncached() {
            return variant == null || activeLabels != null;
        }
    }

    // ---- what is cached

    public @Nullable PreparedOperation known(GraphQLRequest request) {
        return cache.get(new OfDocument(request));
    }

    /**
     * Looks up what is cached for a request. The request's observer learns of it when that is everything.
     *
     * @param delivery how the client gets the response
     * @param check may refuse the operation
     * @throws RequestRefusedException if the request is refused
     */
    public Progress known(
            GraphQLRequest request, RequestContext context, Delivery delivery, Consumer<PreparedOperation> check) {
        PreparedOperation operation = known(request);
        if (operation == null) {
            return Incomplete.UNKNOWN;
        }
        check.accept(operation);
        VariableValues variables = operation.coerce(request.variables());
        OperationVariant variant = cache.get(variantKey(operation, variables, delivery));
        if (variant == null) {
            return new Incomplete(operation, variables, null, null);
        }
        checkCost(operation, variant, variables, context.observer());
        if (context.admission().isPresent()) {
            return new Incomplete(operation, variables, variant, null);
        }
        Set<String> active = active(variant, context);
        ExecutableOperation executable = cache.get(planKey(variant, context.caller(), active));
        if (executable == null) {
            return new Incomplete(operation, variables, variant, active);
        }
        context.observer().foundInCache();
        return new Ready(operation, variables, executable);
    }

    private static OfVariant variantKey(PreparedOperation operation, VariableValues variables, Delivery delivery) {
        return new OfVariant(operation.shape(), operation.conditions(variables, delivery));
    }

    private static OfPlan planKey(OperationVariant variant, Caller caller, Set<String> activeLabels) {
        return new OfPlan(variant.key(), variant.requirements().unmetBy(caller), activeLabels);
    }

    private Set<String> active(OperationVariant variant, RequestContext context) {
        return overrides.active(variant.overrideLabels(), context);
    }

    private void checkCost(
            PreparedOperation operation,
            OperationVariant variant,
            VariableValues variables,
            OperationObserver observer) {
        if (!operation.isWithinCostLimit() || observer.wantsCost()) {
            demand.check(variant.cost(), variables, observer);
            operation.recordCostWithinLimit();
        }
    }

    // ---- what has to be prepared

    /** @param result what the request waits for; once it is complete, the preparation stops */
    public CompletableFuture<PreparedOperation> prepare(
            GraphQLRequest request, RequestContext context, CompletableFuture<?> result) {
        context.observer().preparing();
        return new Pipeline(request, context, Delivery.WHOLE, operation -> {}, result).prepare();
    }

    /**
     * Prepares what is missing.
     *
     * @param delivery how the client gets the response
     * @param check may refuse the operation
     * @param result what the request waits for; once it is complete, the preparation stops
     * @return completes exceptionally with a {@link RequestRefusedException} if the request is refused
     */
    public CompletableFuture<Ready> complete(
            Incomplete known,
            GraphQLRequest request,
            RequestContext context,
            Delivery delivery,
            Consumer<PreparedOperation> check,
            CompletableFuture<?> result) {
        return new Pipeline(request, context, delivery, check, result).from(known);
    }

    /** Runs another task that takes long, such as an introspection, on the planning threads and on account of the request's source. */
    public <V> CompletableFuture<V> offload(
            GraphQLRequest request,
            RequestContext context,
            CompletableFuture<?> result,
            Function<OperationCompiler.Draft, V> task) {
        Requester requester = new Requester(context.source().orElse(null), result);
        return pool.once(new Object(), requester, () -> task.apply(compiler.new Draft(request, Delivery.WHOLE)));
    }

    /** The stages for one request. */
    private final class Pipeline {

        private final GraphQLRequest request;
        private final RequestContext context;
        private final Delivery delivery;
        private final Consumer<PreparedOperation> check;
        private final OperationCompiler.Draft draft;
        private final Requester requester;
        private final StageTimes times;
        private boolean isCached;

        Pipeline(
                GraphQLRequest request,
                RequestContext context,
                Delivery delivery,
                Consumer<PreparedOperation> check,
                CompletableFuture<?> result) {
            this.request = request;
            this.context = context;
            this.delivery = delivery;
            this.check = check;
            this.draft = compiler.new Draft(request, delivery);
            this.requester = new Requester(context.source().orElse(null), result);
            this.times = new StageTimes(context.observer(), nanoTime);
        }

        CompletableFuture<Ready> from(Incomplete known) {
            isCached = !known.isUncached();
            if (!isCached) {
                context.observer().preparing();
            }
            if (known.operation == null || known.variables == null) {
                return prepare().thenCompose(operation -> {
                    check.accept(operation);
                    return normalize(operation, operation.coerce(request.variables()));
                });
            }
            if (known.variant == null) {
                return normalize(known.operation, known.variables);
            }
            return known.activeLabels == null
                    ? admit(known.operation, known.variables, known.variant)
                    : plan(known.operation, known.variables, known.variant, known.activeLabels, context.caller());
        }

        CompletableFuture<PreparedOperation> prepare() {
            return stage(new OfDocument(request), times.parsing(draft::prepare), OperationCache.this::store);
        }

        private CompletableFuture<Ready> normalize(PreparedOperation operation, VariableValues variables) {
            return stage(
                            variantKey(operation, variables, delivery),
                            times.normalizing(() -> draft.normalize(variables)),
                            OperationCache.this::store)
                    .thenCompose(variant -> {
                        checkCost(operation, variant, variables, context.observer());
                        return admit(operation, variables, variant);
                    });
        }

        private CompletableFuture<Ready> admit(
                PreparedOperation operation, VariableValues variables, OperationVariant variant) {
            return context.admission()
                    .map(admission ->
                            admission.admit(variant.summary(operation)).toCompletableFuture())
                    .orElse(ADMITTED)
                    .thenCompose(decision -> switch (decision) {
                        case Refused(GraphQLResponse.Kind kind, String message, String code) ->
                            throw RequestRefusedException.of(kind, message, code);
                        case Admitted(Set<String> policies) ->
                            plan(
                                    operation,
                                    variables,
                                    variant,
                                    active(variant, context),
                                    context.caller().withPolicies(policies));
                    });
        }

        private CompletableFuture<Ready> plan(
                PreparedOperation operation,
                VariableValues variables,
                OperationVariant variant,
                Set<String> active,
                Caller caller) {
            return stage(
                            planKey(variant, caller, active),
                            times.planning(() -> draft.plan(variables, caller, active)),
                            OperationCache.this::store)
                    .thenApply(executable -> {
                        if (isCached) {
                            context.observer().foundInCache();
                        }
                        return new Ready(operation, variables, executable);
                    });
        }

        private <K extends WeightedCache.Key<V>, V> CompletableFuture<V> stage(
                K key, Supplier<V> work, BiConsumer<K, V> store) {
            V known = cache.get(key);
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
            isCached = false;
            return pool.once(key, requester, () -> {
                V result = work.get();
                store.accept(key, result);
                return result;
            });
        }
    }

    private void store(OfDocument key, PreparedOperation operation) {
        cache.put(key, operation, key.weight() + operation.weight());
    }

    private void store(OfVariant key, OperationVariant variant) {
        cache.put(key, variant, key.weight() + variant.weight());
    }

    private void store(OfPlan key, ExecutableOperation executable) {
        cache.put(key, executable, key.weight() + executable.weight());
    }

    /** @throws RequestRefusedException if the operation is invalid, or has no plan */
    public ExplainedOperation explain(GraphQLRequest request, RequestContext context) {
        OperationCompiler.Draft draft = compiler.new Draft(request, Delivery.IN_PARTS);
        VariableValues conditions = draft.prepare().coerceConditions(request.variables());
        OperationVariant variant = draft.normalize(conditions);
        return draft.explain(conditions, context.caller(), active(variant, context));
    }

    // ---- warming up

    /** Plans on this thread the operations of another cache, the most used first, until this cache is nearly full. */
    public void warmUpLike(OperationCache other) {
        for (OfDocument key : other.cache.keys(OfDocument.class)) {
            if (cache.isWarm()) {
                return;
            }
            try {
                warmUp(key);
            } catch (RequestRefusedException noLongerValid) {
                // the client gets the error when it sends the operation again
            }
        }
    }

    private void warmUp(OfDocument key) {
        OperationCompiler.Draft draft = compiler
        .new Draft(new GraphQLRequest(key.query(), key.operationName(), Map.of(), Map.of()), Delivery.WHOLE);
        PreparedOperation operation = draft.prepare();
        store(key, operation);
        if (!operation.isUnconditional()) {
            return;
        }
        // the variables only matter for the cost, which is checked with those of each request
        OperationVariant variant = draft.normalize(VariableValues.none());
        store(variantKey(operation, VariableValues.none(), Delivery.WHOLE), variant);
        Set<String> active = active(variant, RequestContext.anonymous());
        store(
                planKey(variant, Caller.anonymous(), active),
                draft.plan(VariableValues.none(), Caller.anonymous(), active));
    }

    // ---- for operators and tests

    /** The estimated size in bytes. */
    public long weight() {
        return cache.weight();
    }

    /** How many requests wait for an operation to be prepared. */
    public int waiting() {
        return pool.waiting();
    }

    /** The keys of the cached plans. */
    List<OfPlan> plans() {
        return cache.keys(OfPlan.class);
    }

    /** The keys of the cached documents. */
    List<OfDocument> documents() {
        return cache.keys(OfDocument.class);
    }
}
