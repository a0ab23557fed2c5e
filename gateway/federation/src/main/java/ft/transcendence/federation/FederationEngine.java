package ft.transcendence.federation;

import ft.transcendence.federation.authorization.Authorization;
import ft.transcendence.federation.executor.ExecutionInput;
import ft.transcendence.federation.executor.PlanCompiler;
import ft.transcendence.federation.executor.PlanExecutor;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.plan.OperationKind;
import ft.transcendence.federation.planner.PlannerLimits;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphException;
import ft.transcendence.federation.variables.VariableValues;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers GraphQL operations over a federated supergraph: parse, limits, validate, normalize, authorize, plan, execute, project.
 *
 * <p>An engine is immutable and thread-safe; a new supergraph gets a new engine.
 */
public final class FederationEngine {

    private final Supergraph supergraph;
    private final OperationCache operations;
    private final IntrospectionAnswers introspection;
    private final PlanExecutor executor;

    private FederationEngine(Supergraph supergraph, SubgraphTransport transport, Builder settings) {
        GraphQLSchema schema = supergraph.consumerSchema();
        Limits limits = settings.limits;
        this.supergraph = supergraph;
        this.introspection = new IntrospectionAnswers(schema);
        this.executor = new PlanExecutor(transport);
        this.operations = new OperationCache(
                schema,
                new DocumentReader(schema, limits),
                new OperationNormalizer(schema, new OperationLimits(limits.maxDepth() * 2, limits.maxFields() * 4)),
                new Authorization(supergraph),
                new QueryPlanner(supergraph, PlannerLimits.defaults()),
                new PlanCompiler(supergraph),
                new ProgressiveOverrides(settings.draws),
                new DemandControl(supergraph, settings.costLimit),
                settings.planCacheSize);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Runs a query or mutation.
     *
     * @return completes with a response, whatever the client sent and whatever a subgraph did; exceptionally only for a defect of the
     *     engine, whose details are not for clients. Cancelling it cancels the subgraph calls still running
     */
    public CompletableFuture<GraphQLResponse> execute(GraphQLRequest request, RequestContext context) {
        try {
            PreparedOperation operation = operations.prepare(request);
            check(operation, context);
            VariableValues variables = operation.coerce(request.variables());
            ExecutableOperation executable = operations.plan(operation, variables, context);
            return executor.execute(executable.plan(), input(operation, executable, variables, request, context));
        } catch (RequestRefusedException refused) {
            return CompletableFuture.completedFuture(refused.response());
        } catch (StackOverflowError tooDeep) {
            // on a thread with a stack so small that the limits do not keep within it
            return CompletableFuture.completedFuture(
                    new RequestRefusedException("The operation is nested too deeply.", "OPERATION_LIMIT_EXCEEDED")
                            .response());
        } catch (RuntimeException defect) {
            return CompletableFuture.failedFuture(defect);
        }
    }

    /**
     * Runs a subscription: one item per event, each completed from the other subgraphs. A request that is refused gives one request
     * error and completes. Cancelling ends the subgraph's stream. Queries and mutations give their one response.
     */
    public Flow.Publisher<GraphQLResponse> subscribe(GraphQLRequest request, RequestContext context) {
        try {
            PreparedOperation operation = operations.prepare(request);
            if (operation.kind() != OperationKind.SUBSCRIPTION) {
                return new OneResponse(execute(request, context));
            }
            VariableValues variables = operation.coerce(request.variables());
            ExecutableOperation executable = operations.plan(operation, variables, context);
            ExecutionInput input = input(operation, executable, variables, request, context);
            return executable.plan().isStream()
                    ? executor.subscribe(executable.plan(), input)
                    : new OneResponse(executor.execute(executable.plan(), input));
        } catch (RequestRefusedException refused) {
            return new OneResponse(CompletableFuture.completedFuture(refused.response()));
        }
    }

    private static void check(PreparedOperation operation, RequestContext context) {
        switch (operation.kind()) {
            case QUERY -> {}
            case MUTATION -> {
                if (!context.allows(RequestContext.Feature.MUTATION)) {
                    throw new RequestRefusedException("Mutations are not allowed here.", "MUTATION_NOT_ALLOWED");
                }
            }
            case SUBSCRIPTION ->
                throw new RequestRefusedException(
                        "A subscription needs a transport that carries a stream.", "SUBSCRIPTION_NOT_ALLOWED");
        }
    }

    private ExecutionInput input(
            PreparedOperation operation,
            ExecutableOperation executable,
            VariableValues variables,
            GraphQLRequest request,
            RequestContext context) {
        return new ExecutionInput(
                context,
                variables,
                executable.introspects() ? introspect(operation, request, context) : Map.of(),
                executable.denials());
    }

    private Map<String, byte[]> introspect(
            PreparedOperation operation, GraphQLRequest request, RequestContext context) {
        if (!context.allows(RequestContext.Feature.INTROSPECTION)) {
            throw new RequestRefusedException("Introspection is turned off.", "INTROSPECTION_DISABLED");
        }
        return introspection.answer(operation.document(), operation.definition(), request.variables());
    }

    /** The kind of operation the request runs; empty when it runs none, and {@link #execute} says why. */
    public Optional<OperationKind> kindOf(GraphQLRequest request) {
        try {
            return Optional.of(operations.prepare(request).kind());
        } catch (RequestRefusedException refused) {
            return Optional.empty();
        }
    }

    /** The consumer schema as SDL: what clients may ask, without federation's own types and whatever is inaccessible. */
    public String consumerSchema() {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false);
        return new SchemaPrinter(options).print(supergraph.consumerSchema());
    }

    /** The subgraphs' routing URLs by name, in the supergraph's order. */
    public Map<String, String> subgraphs() {
        return supergraph.subgraphs().values().stream()
                .collect(Collectors.toMap(
                        subgraph -> subgraph.name(),
                        subgraph -> subgraph.url(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    /** Plans what another engine has planned, so that a new supergraph starts with a warm cache; what it cannot answer is left out. */
    public void warmUpLike(FederationEngine other) {
        for (GraphQLRequest request : other.operations.documents()) {
            try {
                PreparedOperation operation = operations.prepare(request);
                if (operation.definition().getVariableDefinitions().isEmpty()) {
                    operations.plan(operation, VariableValues.none(), RequestContext.anonymous());
                }
            } catch (RequestRefusedException noLongerValid) {
                // The client will be told when it asks again.
            }
        }
    }

    /** Collects the parts of an engine; supergraph and transport are required. */
    public static final class Builder {

        private @Nullable String supergraph;
        private @Nullable SubgraphTransport transport;
        private Limits limits = Limits.defaults();
        private int planCacheSize = 1_000;
        private @Nullable CostLimit costLimit;
        private DoubleSupplier draws = () -> ThreadLocalRandom.current().nextDouble();

        private Builder() {}

        /** The composed supergraph SDL. */
        public Builder supergraph(String sdl) {
            this.supergraph = sdl;
            return this;
        }

        public Builder transport(SubgraphTransport transport) {
            this.transport = transport;
            return this;
        }

        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** Refuses operations that are estimated to cost more; null, the default, refuses none. */
        public Builder costLimit(@Nullable CostLimit costLimit) {
            this.costLimit = costLimit;
            return this;
        }

        /** How many operations stay planned; the least used go first. 1,000 by default. */
        public Builder planCacheSize(int planCacheSize) {
            if (planCacheSize < 1) {
                throw new IllegalArgumentException("The plan cache must hold something");
            }
            this.planCacheSize = planCacheSize;
            return this;
        }

        /**
         * Where the chance behind {@code @override(label: "percent(5)")} comes from: called once for each request whose plan depends on
         * it, gives a number from 0 up to but not including 1. By default a random one.
         */
        public Builder draws(DoubleSupplier draws) {
            this.draws = draws;
            return this;
        }

        /**
         * Reads the supergraph and builds the engine.
         *
         * @throws SupergraphException when the supergraph is broken, with the line and the reason
         */
        public FederationEngine build() {
            if (supergraph == null || transport == null) {
                throw new IllegalStateException("An engine needs a supergraph and a transport");
            }
            return new FederationEngine(Supergraph.parse(supergraph), transport, this);
        }
    }
}
