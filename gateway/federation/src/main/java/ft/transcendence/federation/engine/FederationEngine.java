package ft.transcendence.federation.engine;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.Limits;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.PlanningSettings;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorListener;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.document.DeferSupport;
import ft.transcendence.federation.document.DocumentReader;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.executor.PlanExecutor;
import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.preparation.DemandControl;
import ft.transcendence.federation.preparation.ExplainedOperation;
import ft.transcendence.federation.preparation.OperationCache;
import ft.transcendence.federation.preparation.OperationCompiler;
import ft.transcendence.federation.preparation.ProgressiveOverrides;
import ft.transcendence.federation.preparation.WeightedCache;
import ft.transcendence.federation.scheduling.PlanningPool;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Executes GraphQL operations over a federated supergraph: parse, limits, validate, normalize, authorize, plan, execute, project.
 *
 * <p>An engine is immutable and thread-safe. A new supergraph needs a new engine.
 */
public final class FederationEngine {

    private final Supergraph supergraph;
    private final OperationCache operations;
    private final OperationRunner runner;

    private FederationEngine(Supergraph supergraph, SubgraphTransport transport, Builder settings) {
        GraphQLSchema schema = supergraph.consumerSchema();
        Limits limits = settings.limits;
        DeferSupport defer = settings.mostDeferred > 0 ? DeferSupport.OFFERED : DeferSupport.UNKNOWN;
        this.supergraph = supergraph;
        DemandControl demand = new DemandControl(supergraph, settings.costLimit);
        this.operations = new OperationCache(
                new OperationCompiler(
                        supergraph,
                        new DocumentReader(schema, limits, defer),
                        new OperationNormalizer(
                                schema, new OperationLimits(limits.maxDepth() * 2, limits.maxFields() * 4)),
                        new QueryPlanner(supergraph, PlannerLimits.defaults()),
                        demand,
                        settings.mostDeferred),
                new ProgressiveOverrides(settings.draws),
                demand,
                new WeightedCache(settings.operationCacheBytes, settings.operationCacheIdle, settings.nanoTime),
                settings.plansOnCallingThread
                        ? PlanningPool.onCallingThread(settings.nanoTime)
                        : PlanningPool.onOwnThreads(settings.planning, settings.nanoTime),
                settings.nanoTime);
        this.runner = new OperationRunner(
                operations,
                new IntrospectionResolver(schema, defer),
                new PlanExecutor(transport, settings.subgraphErrors, settings.subgraphErrorListener, settings.clock),
                settings.plansOnCallingThread ? Runnable::run : Thread::startVirtualThread);
    }

    /** A builder with the default settings, which needs a supergraph and a transport. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Executes a query or mutation. A cached operation starts on the calling thread. A new one is parsed and planned on the planning threads
     * and starts on a virtual thread. Nothing is deferred.
     *
     * @return completes with a response, whatever the client sent and whatever the subgraphs did. It completes exceptionally only because of a
     *     defect of the engine, whose details must not reach the client. Cancelling it cancels the subgraph calls that are still running
     */
    public CompletableFuture<GraphQLResponse> execute(GraphQLRequest request, RequestContext context) {
        return runner.execute(request, context);
    }

    /**
     * Executes a query or mutation and delivers its deferred fragments after the rest. The publisher emits the primary part first and then the
     * others, each a complete JSON body. If nothing is deferred, it emits the one response that {@link #execute} returns. It has one subscriber;
     * cancelling the subscription cancels the subgraph calls that are still running. The limits of the context hold for all parts together.
     */
    public Flow.Publisher<GraphQLResponse> executeIncrementally(
            GraphQLRequest request, RequestContext context, IncrementalFormat format) {
        return runner.executeIncrementally(request, context, format);
    }

    /**
     * Executes a subscription: the publisher emits one response per event, completed with data of other subgraphs. If the request is refused,
     * it emits one request error and completes. Cancelling the subscription ends the subgraph's stream. For a query or mutation the publisher
     * emits the one response.
     */
    public Flow.Publisher<GraphQLResponse> subscribe(GraphQLRequest request, RequestContext context) {
        return runner.subscribe(request, context);
    }

    /**
     * The kind of the operation that the request executes; empty if the request is refused, in which case {@link #execute} says why. The future
     * is already complete for a cached operation.
     */
    public CompletableFuture<Optional<OperationKind>> kindOf(GraphQLRequest request, RequestContext context) {
        return runner.kindOf(request, context);
    }

    /**
     * Plans an operation without executing it, and explains the plan step by step. Fields that the caller may not see are not in it. Of the
     * request's variables, only those of {@code @skip} and {@code @include} are needed. Nothing is cached; the calling thread does the work.
     *
     * @throws ExplanationException if the operation is invalid, or has no plan
     */
    public PlanExplanation explain(GraphQLRequest request, RequestContext context) {
        try {
            ExplainedOperation explained = operations.explain(request, context);
            return new PlanExplanation(explained.trace(), explained.deniedFields());
        } catch (RequestRefusedException refused) {
            throw new ExplanationException(refused);
        }
    }

    /** The estimated size of the operation cache in bytes. */
    public long operationCacheWeight() {
        return operations.weight();
    }

    /** How many requests wait for a new operation to be planned. */
    public int waitingForPlanning() {
        return operations.waiting();
    }

    /** The consumer schema as SDL: what clients may select, without inaccessible elements and federation's own types. */
    public String consumerSchema() {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false);
        return new SchemaPrinter(options).print(supergraph.consumerSchema());
    }

    /** The coordinates of all fields of object types that clients can select. */
    public Set<String> fields() {
        return supergraph.consumerSchema().getAllTypesAsList().stream()
                .filter(type ->
                        type instanceof GraphQLObjectType && !type.getName().startsWith("__"))
                .flatMap(type -> ((GraphQLObjectType) type)
                        .getFieldDefinitions().stream().map(field -> type.getName() + '.' + field.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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

    /**
     * Plans the operations that another engine has cached, so that a new supergraph starts with a warm cache. Operations that are no longer valid
     * are skipped. The calling thread does the work; it begins with the most used operations and stops when the cache is nearly full.
     */
    public void warmUpLike(FederationEngine other) {
        operations.warmUpLike(other.operations);
    }

    /** Builds an engine. Supergraph and transport are required. */
    public static final class Builder {

        private @Nullable String supergraph;
        private @Nullable SubgraphTransport transport;
        private Limits limits = Limits.defaults();
        private long operationCacheBytes = 32L << 20;
        private Duration operationCacheIdle = Duration.ofHours(1);
        private PlanningSettings planning = PlanningSettings.defaults();
        private boolean plansOnCallingThread;
        private LongSupplier nanoTime = System::nanoTime;
        private InstantSource clock = InstantSource.system();
        private @Nullable CostLimit costLimit;
        private int mostDeferred;
        private SubgraphErrorPolicy subgraphErrors = SubgraphErrorPolicy.redacting();
        private SubgraphErrorListener subgraphErrorListener = (subgraph, errors, context) -> {};
        private DoubleSupplier draws = () -> ThreadLocalRandom.current().nextDouble();

        private Builder() {}

        /** The composed supergraph SDL. */
        public Builder supergraph(String sdl) {
            this.supergraph = sdl;
            return this;
        }

        /** Sends the requests to subgraphs. */
        public Builder transport(SubgraphTransport transport) {
            this.transport = transport;
            return this;
        }

        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** Refuses operations with a higher estimated cost. By default, and with null, costs are not limited. */
        public Builder costLimit(@Nullable CostLimit costLimit) {
            this.costLimit = costLimit;
            return this;
        }

        /**
         * Offers {@code @defer} to clients: it is one of the directives that introspection lists, and {@link FederationEngine#executeIncrementally} applies it. By default, and with 0, it is
         * an unknown directive.
         *
         * @param mostFragments how many fragments of an operation may be deferred, up to 60
         */
        public Builder defer(int mostFragments) {
            if (mostFragments < 0 || mostFragments > Deferral.MOST_FRAGMENTS) {
                throw new IllegalArgumentException(
                        "From 0 to " + Deferral.MOST_FRAGMENTS + " fragments can be deferred, not " + mostFragments);
            }
            this.mostDeferred = mostFragments;
            return this;
        }

        /** What clients see of subgraph errors; {@link SubgraphErrorPolicy#redacting} by default. */
        public Builder subgraphErrors(SubgraphErrorPolicy policy) {
            this.subgraphErrors = policy;
            return this;
        }

        /** Receives the subgraph errors that are redacted. */
        public Builder subgraphErrorListener(SubgraphErrorListener listener) {
            this.subgraphErrorListener = listener;
            return this;
        }

        /**
         * The estimated size of the operation cache in bytes. The least used operations are evicted first; an operation that would take a large
         * share of the cache is not kept. The default of 32 MiB holds several hundred operations of usual size.
         */
        public Builder operationCacheBytes(long bytes) {
            if (bytes < 1 << 20) {
                throw new IllegalArgumentException("The operation cache needs at least 1 MiB, not " + bytes + " bytes");
            }
            this.operationCacheBytes = bytes;
            return this;
        }

        /** How long an unused operation stays in the cache; an hour by default. */
        public Builder operationCacheIdle(Duration idle) {
            if (idle.isNegative() || idle.isZero()) {
                throw new IllegalArgumentException(
                        "The idle time of the operation cache must be positive, not " + idle);
            }
            this.operationCacheIdle = idle;
            return this;
        }

        /** How operations that are not cached are planned; {@link PlanningSettings#defaults} by default. */
        public Builder planning(PlanningSettings planning) {
            this.planning = planning;
            return this;
        }

        /**
         * Plans a new operation on the thread of its request, without a limit on how many are planned at the same time. For hosts that have a
         * thread for each request and limit these themselves.
         */
        public Builder planOnCallingThread() {
            this.plansOnCallingThread = true;
            return this;
        }

        /** The clock that deadlines of requests are compared with; the system's by default. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** The clock, in nanoseconds, for idle operations, planning queues and the times that observers see; {@link System#nanoTime} by default. */
        public Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            return this;
        }

        /**
         * The source of randomness for {@code @override(label: "percent(5)")}, called once for each request whose plan depends on such a label.
         * Returns a number from 0 (inclusive) to 1 (exclusive). By default random numbers.
         */
        public Builder draws(DoubleSupplier draws) {
            this.draws = draws;
            return this;
        }

        /**
         * Reads the supergraph and builds the engine.
         *
         * @throws SupergraphException if the supergraph is invalid, with the line and the reason
         */
        public FederationEngine build() {
            if (supergraph == null || transport == null) {
                throw new IllegalStateException(
                        "An engine needs a supergraph and a transport: call both methods of its builder");
            }
            return new FederationEngine(SupergraphReader.read(supergraph), transport, this);
        }
    }
}
