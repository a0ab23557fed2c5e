package ft.transcendence.federation.engine;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.Limits;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.document.DeferSupport;
import ft.transcendence.federation.document.DocumentReader;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.compiler.PlanCompiler;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.shop.ReplayTransport;
import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.language.Document;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of each stage of a heavy operation, and of whole operations without a network: the remaining time is decoding, entity batches,
 * merging and projection. Run by {@code ./transcend bench --engine}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class EngineBenchmark {

    private final Supergraph supergraph = SupergraphReader.read(Shop.supergraph(0));
    private final DocumentReader documents =
            new DocumentReader(supergraph.consumerSchema(), Limits.defaults(), DeferSupport.OFFERED);
    private final OperationNormalizer normalizer =
            new OperationNormalizer(supergraph.consumerSchema(), OperationLimits.defaults());
    private final QueryPlanner planner = new QueryPlanner(supergraph, PlannerLimits.defaults());
    private final PlanCompiler compiler = new PlanCompiler(supergraph);
    private final FederationEngine engine = FederationEngine.builder()
            .supergraph(Shop.supergraph(0))
            .transport(new ReplayTransport(new InMemoryTransport(Shop.subgraphs())))
            .build();

    private final Document heavyDocument = documents.read(Shop.HEAVY);
    private final NormalizedOperation heavyOperation = normalizer.normalize(heavyDocument, null, name -> false);
    private final QueryPlan heavyPlan = planner.plan(heavyOperation);

    @Benchmark
    public Object parseAndValidate() {
        return documents.read(Shop.HEAVY);
    }

    @Benchmark
    public Object normalize() {
        return normalizer.normalize(heavyDocument, null, name -> false);
    }

    @Benchmark
    public Object planCold() {
        return planner.plan(heavyOperation);
    }

    @Benchmark
    public CompiledPlan compile() {
        return compiler.compile(heavyPlan, heavyOperation, field -> false);
    }

    @Benchmark
    public Object planCached() {
        return engine.kindOf(GraphQLRequest.of(Shop.HEAVY), RequestContext.anonymous());
    }

    @Benchmark
    public Object executeSmall() {
        return engine.execute(GraphQLRequest.of(Shop.SMALL), RequestContext.anonymous())
                .join();
    }

    @Benchmark
    public Object executeJoin() {
        return engine.execute(GraphQLRequest.of(Shop.JOIN, Map.of("n", 3)), RequestContext.anonymous())
                .join();
    }

    @Benchmark
    public Object executeHeavy() {
        return engine.execute(GraphQLRequest.of(Shop.HEAVY), RequestContext.anonymous())
                .join();
    }
}
