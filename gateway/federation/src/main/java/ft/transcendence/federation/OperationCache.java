package ft.transcendence.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ft.transcendence.federation.authorization.Authorization;
import ft.transcendence.federation.authorization.AuthorizedOperation;
import ft.transcendence.federation.cost.CostFormula;
import ft.transcendence.federation.executor.CompiledPlan;
import ft.transcendence.federation.executor.PlanCompiler;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationException;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.planner.path.PlanningException;
import ft.transcendence.federation.variables.VariableValues;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From document to compiled plan, each step done once for equal requests, also when many come at the same time. What is refused is not
 * kept.
 */
final class OperationCache {

    /** A document this long counts as one entry; a longer one as several. */
    private static final int CHARACTERS_PER_ENTRY = 4_096;

    private final GraphQLSchema schema;
    private final DocumentReader documents;
    private final OperationNormalizer normalizer;
    private final Authorization authorization;
    private final QueryPlanner planner;
    private final PlanCompiler compiler;
    private final ProgressiveOverrides overrides;
    private final DemandControl demand;
    private final Cache<DocumentKey, PreparedOperation> prepared;
    private final Cache<VariantKey, Variant> variants;
    private final Cache<PlanKey, ExecutableOperation> plans;

    private record DocumentKey(String query, @Nullable String operationName) {}

    private record VariantKey(PreparedOperation operation, String conditions) {}

    private record PlanKey(Variant variant, String unmet, Set<String> activeLabels) {}

    /** A normal form of an operation, and what of the caller and of the moment its plan depends on. Equal only to itself. */
    private static final class Variant {
        final NormalizedOperation operation;
        final Authorization.Questions questions;
        final List<String> overrideLabels;
        final CostFormula cost;

        Variant(
                NormalizedOperation operation,
                Authorization.Questions questions,
                List<String> overrideLabels,
                CostFormula cost) {
            this.operation = operation;
            this.questions = questions;
            this.overrideLabels = overrideLabels;
            this.cost = cost;
        }
    }

    OperationCache(
            GraphQLSchema schema,
            DocumentReader documents,
            OperationNormalizer normalizer,
            Authorization authorization,
            QueryPlanner planner,
            PlanCompiler compiler,
            ProgressiveOverrides overrides,
            DemandControl demand,
            int size) {
        this.schema = schema;
        this.documents = documents;
        this.normalizer = normalizer;
        this.authorization = authorization;
        this.planner = planner;
        this.compiler = compiler;
        this.overrides = overrides;
        this.demand = demand;
        this.prepared = bounded()
                .maximumWeight(size)
                .weigher((DocumentKey key, PreparedOperation operation) ->
                        1 + key.query().length() / CHARACTERS_PER_ENTRY)
                .build();
        this.variants = bounded().maximumSize(size).build();
        this.plans = bounded().maximumSize(size).build();
    }

    /** Keeps itself in order on the thread that uses it: waking another one takes longer than the work. */
    private static Caffeine<Object, Object> bounded() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }

    /** @throws RequestRefusedException when the document or its operation cannot be used */
    PreparedOperation prepare(GraphQLRequest request) {
        return prepared.get(
                new DocumentKey(request.query(), request.operationName()),
                key -> PreparedOperation.of(documents.read(key.query()), key.operationName(), schema));
    }

    /** @throws RequestRefusedException when there is no way to answer the operation, or it costs too much */
    ExecutableOperation plan(PreparedOperation operation, VariableValues variables, RequestContext context) {
        Caller caller = context.caller();
        Variant variant = variants.get(
                new VariantKey(operation, operation.variant(variables)), key -> normalize(operation, variables));
        demand.check(variant.cost, variables);
        String unmet = variant.questions.unmetBy(caller);
        Set<String> active = overrides.active(variant.overrideLabels, context);
        return plans.get(
                new PlanKey(variant, unmet, active),
                key -> compile(variant.operation, unmet.isEmpty(), caller, active));
    }

    private Variant normalize(PreparedOperation operation, VariableValues variables) {
        try {
            NormalizedOperation normalized = normalizer.normalize(
                    operation.document(), operation.definition().getName(), variables::isTrue);
            return new Variant(
                    normalized,
                    authorization.questions(normalized),
                    planner.overrideLabels(normalized),
                    demand.estimate(normalized));
        } catch (OperationException refused) {
            throw new RequestRefusedException(
                    String.valueOf(refused.getMessage()),
                    switch (refused.code()) {
                        case OPERATION_NOT_FOUND -> "OPERATION_RESOLUTION_FAILURE";
                        case OPERATION_TOO_DEEP, OPERATION_TOO_LARGE -> "OPERATION_LIMIT_EXCEEDED";
                        case RESERVED_ALIAS -> "GRAPHQL_VALIDATION_FAILED";
                    });
        }
    }

    private ExecutableOperation compile(
            NormalizedOperation asked, boolean allAllowed, Caller caller, Set<String> activeLabels) {
        NormalizedOperation operation = planner.answerable(asked, activeLabels);
        AuthorizedOperation authorized =
                allAllowed ? AuthorizedOperation.whole(operation) : authorization.authorize(operation, caller);
        CompiledPlan plan =
                compiler.compile(plan(authorized.planned(), activeLabels), authorized.shown(), authorized::denies);
        return new ExecutableOperation(plan, authorized.errors(), PreparedOperation.introspects(operation.fields()));
    }

    private QueryPlan plan(NormalizedOperation operation, Set<String> activeLabels) {
        if (operation.fields().isEmpty()) {
            return new QueryPlan(operation.kind(), Optional.empty());
        }
        try {
            return planner.plan(operation, activeLabels);
        } catch (PlanningException impossible) {
            throw RequestRefusedException.withoutData(
                    String.valueOf(impossible.getMessage()), impossible.code().name());
        }
    }

    /** How many plans are kept at present. */
    long size() {
        return plans.estimatedSize();
    }

    /** The documents kept at present, to warm another engine with. */
    List<GraphQLRequest> documents() {
        return prepared.asMap().keySet().stream()
                .map(key -> new GraphQLRequest(key.query(), key.operationName(), Map.of(), Map.of()))
                .toList();
    }
}
