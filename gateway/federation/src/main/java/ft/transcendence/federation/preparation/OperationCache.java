package ft.transcendence.federation.preparation;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From request to compiled plan. What is known is found at once; the rest is worked out elsewhere, each step once for equal requests, also
 * when many come at the same time. What is refused is not kept.
 */
public final class OperationCache {

    private final OperationCompiler compiler;
    private final ProgressiveOverrides overrides;
    private final DemandControl demand;
    private final WeightedCache cache;
    private final PlanningPool pool;

    public OperationCache(
            OperationCompiler compiler,
            ProgressiveOverrides overrides,
            DemandControl demand,
            WeightedCache cache,
            PlanningPool pool) {
        this.compiler = compiler;
        this.overrides = overrides;
        this.demand = demand;
        this.cache = cache;
        this.pool = pool;
    }

    /** How far a request gets with what is known. */
    public sealed interface Progress {}

    /** An operation with all that its execution needs. */
    public record Ready(PreparedOperation operation, VariableValues variables, ExecutableOperation executable)
            implements Progress {}

    /** Something has to be worked out. What is null is not known. */
    public record Incomplete(
            @Nullable PreparedOperation operation,
            @Nullable VariableValues variables,
            @Nullable OperationVariant variant,
            @Nullable Set<String> activeLabels)
            implements Progress {

        private static final Incomplete UNKNOWN = new Incomplete(null, null, null, null);
    }

    // ---- what is known

    public @Nullable PreparedOperation known(GraphQLRequest request) {
        return cache.get(new OfDocument(request));
    }

    /**
     * @param check may refuse the operation
     * @throws RequestRefusedException when the request cannot be answered
     */
    public Progress known(GraphQLRequest request, RequestContext context, Consumer<PreparedOperation> check) {
        PreparedOperation operation = known(request);
        if (operation == null) {
            return Incomplete.UNKNOWN;
        }
        check.accept(operation);
        VariableValues variables = operation.coerce(request.variables());
        OperationVariant variant = cache.get(variantKey(operation, variables));
        if (variant == null) {
            return new Incomplete(operation, variables, null, null);
        }
        checkCost(operation, variant, variables);
        Set<String> active = active(variant, context);
        ExecutableOperation executable = cache.get(planKey(variant, context, active));
        return executable == null
                ? new Incomplete(operation, variables, variant, active)
                : new Ready(operation, variables, executable);
    }

    private static OfVariant variantKey(PreparedOperation operation, VariableValues variables) {
        return new OfVariant(operation.shape(), operation.conditions(variables));
    }

    private static OfPlan planKey(OperationVariant variant, RequestContext context, Set<String> activeLabels) {
        return new OfPlan(variant.key(), variant.requirements().unmetBy(context.caller()), activeLabels);
    }

    private Set<String> active(OperationVariant variant, RequestContext context) {
        return overrides.active(variant.overrideLabels(), context);
    }

    private void checkCost(PreparedOperation operation, OperationVariant variant, VariableValues variables) {
        if (!operation.isWithinCostLimit()) {
            demand.check(variant.cost(), variables);
            operation.recordCostWithinLimit();
        }
    }

    // ---- what has to be worked out

    /** @param result what the request waits for; once it is complete, nothing more is worked out for it */
    public CompletableFuture<PreparedOperation> prepare(
            GraphQLRequest request, RequestContext context, CompletableFuture<?> result) {
        return new Pipeline(request, context, operation -> {}, result).prepare();
    }

    /**
     * @param check may refuse the operation
     * @param result what the request waits for; once it is complete, nothing more is worked out for it
     * @return exceptionally a {@link RequestRefusedException} when the request cannot be answered
     */
    public CompletableFuture<Ready> complete(
            Incomplete known,
            GraphQLRequest request,
            RequestContext context,
            Consumer<PreparedOperation> check,
            CompletableFuture<?> result) {
        return new Pipeline(request, context, check, result).from(known);
    }

    /** Does something else that takes long on the request's account, such as answering an introspection. */
    public <V> CompletableFuture<V> offload(
            GraphQLRequest request,
            RequestContext context,
            CompletableFuture<?> result,
            Function<OperationCompiler.Draft, V> task) {
        Requester requester = new Requester(context.source().orElse(null), result);
        return pool.once(new Object(), requester, () -> task.apply(compiler.new Draft(request)));
    }

    /** One request's way through the stages. */
    private final class Pipeline {

        private final GraphQLRequest request;
        private final RequestContext context;
        private final Consumer<PreparedOperation> check;
        private final OperationCompiler.Draft draft;
        private final Requester requester;

        Pipeline(
                GraphQLRequest request,
                RequestContext context,
                Consumer<PreparedOperation> check,
                CompletableFuture<?> result) {
            this.request = request;
            this.context = context;
            this.check = check;
            this.draft = compiler.new Draft(request);
            this.requester = new Requester(context.source().orElse(null), result);
        }

        CompletableFuture<Ready> from(Incomplete known) {
            if (known.operation == null || known.variables == null) {
                return prepare().thenCompose(operation -> {
                    check.accept(operation);
                    return normalize(operation, operation.coerce(request.variables()));
                });
            }
            return known.variant == null || known.activeLabels == null
                    ? normalize(known.operation, known.variables)
                    : plan(known.operation, known.variables, known.variant, known.activeLabels);
        }

        CompletableFuture<PreparedOperation> prepare() {
            return stage(new OfDocument(request), draft::prepare, OperationCache.this::keep);
        }

        private CompletableFuture<Ready> normalize(PreparedOperation operation, VariableValues variables) {
            return stage(variantKey(operation, variables), () -> draft.normalize(variables), OperationCache.this::keep)
                    .thenCompose(variant -> {
                        checkCost(operation, variant, variables);
                        return plan(operation, variables, variant, active(variant, context));
                    });
        }

        private CompletableFuture<Ready> plan(
                PreparedOperation operation, VariableValues variables, OperationVariant variant, Set<String> active) {
            return stage(
                            planKey(variant, context, active),
                            () -> draft.plan(variables, context.caller(), active),
                            OperationCache.this::keep)
                    .thenApply(executable -> new Ready(operation, variables, executable));
        }

        private <K extends WeightedCache.Key<V>, V> CompletableFuture<V> stage(
                K key, Supplier<V> work, BiConsumer<K, V> keep) {
            V known = cache.get(key);
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
            return pool.once(key, requester, () -> {
                V result = work.get();
                keep.accept(key, result);
                return result;
            });
        }
    }

    private void keep(OfDocument key, PreparedOperation operation) {
        cache.put(key, operation, key.weight() + operation.weight());
    }

    private void keep(OfVariant key, OperationVariant variant) {
        cache.put(key, variant, key.weight() + variant.weight());
    }

    private void keep(OfPlan key, ExecutableOperation executable) {
        cache.put(key, executable, key.weight() + executable.weight());
    }

    /** @throws RequestRefusedException if the operation is invalid, or has no plan */
    public ExplainedOperation explain(GraphQLRequest request, RequestContext context) {
        OperationCompiler.Draft draft = compiler.new Draft(request);
        VariableValues conditions = draft.prepare().coerceConditions(request.variables());
        OperationVariant variant = draft.normalize(conditions);
        return draft.explain(conditions, context.caller(), active(variant, context));
    }

    // ---- warming up

    /** Plans on this thread what another cache has planned, most used first, until a good part of the budget is used. */
    public void warmUpLike(OperationCache other) {
        for (OfDocument key : other.cache.keys(OfDocument.class)) {
            if (cache.isWarm()) {
                return;
            }
            try {
                warmUp(key);
            } catch (RequestRefusedException noLongerValid) {
                // The client will be told when it asks again.
            }
        }
    }

    private void warmUp(OfDocument key) {
        OperationCompiler.Draft draft =
                compiler.new Draft(new GraphQLRequest(key.query(), key.operationName(), Map.of(), Map.of()));
        PreparedOperation operation = draft.prepare();
        keep(key, operation);
        if (!operation.isUnconditional()) {
            return;
        }
        // which variables there are decides nothing here but the cost, and that is looked at when there are some
        OperationVariant variant = draft.normalize(VariableValues.none());
        keep(variantKey(operation, VariableValues.none()), variant);
        Set<String> active = active(variant, RequestContext.anonymous());
        keep(
                planKey(variant, RequestContext.anonymous(), active),
                draft.plan(VariableValues.none(), Caller.anonymous(), active));
    }

    // ---- for operators and tests

    /** The bytes in use, as far as weights tell. */
    public long weight() {
        return cache.weight();
    }

    /** How many operations wait to be worked out. */
    public int waiting() {
        return pool.waiting();
    }

    /** What is kept of plans. */
    List<OfPlan> plans() {
        return cache.keys(OfPlan.class);
    }

    /** What is kept of documents. */
    List<OfDocument> documents() {
        return cache.keys(OfDocument.class);
    }
}
