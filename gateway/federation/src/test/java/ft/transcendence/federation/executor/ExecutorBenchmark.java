package ft.transcendence.federation.executor;

import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.compiler.PlanCompiler;
import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.parser.Parser;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the stages of one execution of the shop's heavy operation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class ExecutorBenchmark {

    static SteppedExecution heavy() {
        Supergraph supergraph = SupergraphReader.read(Shop.supergraph(0));
        NormalizedOperation operation = new OperationNormalizer(supergraph.consumerSchema(), OperationLimits.defaults())
                .normalize(Parser.parse(Shop.HEAVY), null, name -> false);
        CompiledPlan plan = new PlanCompiler(supergraph)
                .compile(
                        new QueryPlanner(supergraph, PlannerLimits.defaults()).plan(operation),
                        operation,
                        field -> false);
        return new SteppedExecution(plan, new InMemoryTransport(Shop.subgraphs()));
    }

    /** The fetch with the longest response. */
    private static EntityFetchStep largest(SteppedExecution execution) {
        return execution.entityFetches().stream()
                .max(Comparator.comparing(fetch -> execution.responseTo(fetch).body().length))
                .orElseThrow();
    }

    /** Executed to the end. */
    @State(Scope.Benchmark)
    public static class Executed {
        final SteppedExecution execution = heavy();
    }

    /** Executed up to the fetch with the longest response, again for each measured call. */
    @State(Scope.Benchmark)
    public static class BeforeResponse {
        final SteppedExecution execution = heavy();
        final EntityFetchStep fetch = largest(execution);
        EntityBatch[] batches = new EntityBatch[0];

        /** Takes longer than a tick of the clock, and much less time than what is measured. */
        @Setup(Level.Invocation)
        public void runUntilFetch() {
            execution.restart();
            execution.runUntil(fetch);
            batches = execution.writeBatches(fetch, new JsonWriter(512));
        }
    }

    /** Decodes the responses of the root fetches into an empty tree. */
    @Benchmark
    public Object decode(Executed state) {
        state.execution.restart();
        state.execution.rootFetches().forEach(state.execution::run);
        return state.execution;
    }

    /** Finds the objects of a fetch and writes their representations without duplicates. */
    @Benchmark
    public Object entityBatch(BeforeResponse state) {
        return state.execution.writeBatches(state.fetch, new JsonWriter(512));
    }

    /** Merges the longest response: decodes it and copies it to equal entities. */
    @Benchmark
    public Object merge(BeforeResponse state) {
        state.execution.receive(state.fetch, state.batches, state.execution.responseTo(state.fetch));
        return state.execution;
    }

    /** Writes the response from the finished tree. */
    @Benchmark
    public Object project(Executed state) {
        return state.execution.project();
    }
}
