package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The estimated size of the operation cache compared with its size on the heap. */
@Tag("nightly")
final class OperationCacheWeightTests {

    private static final int MOST_MEASUREMENTS = 4;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    /** Operations are only planned, so no subgraph has to respond. */
    private static final SubgraphTransport SILENT = new SubgraphTransport() {
        @Override
        public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
            return CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":null}"));
        }

        @Override
        public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
            throw new UnsupportedOperationException();
        }
    };

    /** Keeps what was measured reachable, so that it is not collected during another measurement. */
    private static final List<FederationEngine> MEASURED = new ArrayList<>();

    /** Operations of one kind that differ enough for each to have its own cache entries. */
    private enum Kind {
        SMALL(2_000, i -> "{ a" + i + ": me { id } }"),
        WIDE(40, i -> "{ me { " + repeated(2_285, field -> "f" + i + "_" + field + ": id ") + "} }"),
        ACROSS_SUBGRAPHS(400, i -> "{ a" + i + ": me { name reviews { id stars author { name reviews { body } } } } }"),
        MANY_FETCHES(
                60,
                i -> "{ " + repeated(20, me -> "m" + i + "_" + me + ": me { name reviews { body author { name } } } ")
                        + "}"),
        CONDITIONS(
                500,
                i -> "query($a: Boolean = true, $b: Boolean = false) { a" + i
                        + ": me { id @include(if: $a) name @skip(if: $b) reviews @include(if: $a) { id } } }"),
        NESTED(200, i -> "{ a" + i + ": me " + "{ reviews { author ".repeat(8) + "{ name }" + " } }".repeat(8) + " }");

        final int count;
        final IntFunction<String> operation;

        Kind(int count, IntFunction<String> operation) {
            this.count = count;
            this.operation = operation;
        }

        private static String repeated(int times, IntFunction<String> part) {
            return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
        }
    }

    private static FederationEngine engine(long cacheBytes) {
        return FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(SILENT)
                .limits(new Limits(1_000_000, 100_000, 60, 20_000, 20_000, 1_000))
                .operationCacheBytes(cacheBytes)
                .operationCacheIdle(Duration.ofHours(1))
                .planOnCallingThread()
                .build();
    }

    private static void run(FederationEngine engine, String operation) {
        assertThat(engine.execute(GraphQLRequest.of(operation), RequestContext.anonymous())
                        .join()
                        .bodyAsString())
                .contains("\"data\"");
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            MEMORY.gc();
            least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @AfterAll
    static void forget() {
        MEASURED.clear();
    }

    /** Garbage of other tests may be collected during a measurement, which then says little and is repeated. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void estimateIsCloseToTheHeapAndRatherTooHigh(Kind kind) {
        List<Measurement> measurements = new ArrayList<>();
        do {
            measurements.add(measure(kind));
        } while (!measurements.getLast().isNearToTheHeap() && measurements.size() < MOST_MEASUREMENTS);
        assertThat(measurements).last().matches(Measurement::isNearToTheHeap, "one of " + measurements);
    }

    private record Measurement(long weight, long heap) {
        boolean isNearToTheHeap() {
            double ratio = (double) weight / heap;
            return ratio > 0.6 && ratio < 3.5;
        }
    }

    private static Measurement measure(Kind kind) {
        FederationEngine engine = engine(1L << 30);
        MEASURED.add(engine);
        // what is loaded and cached only once
        run(engine, kind.operation.apply(Integer.MAX_VALUE));
        long heapBefore = heap();
        long weightBefore = engine.operationCacheWeight();
        for (int i = 0; i < kind.count; i++) {
            run(engine, kind.operation.apply(i));
        }
        return new Measurement(engine.operationCacheWeight() - weightBefore, heap() - heapBefore);
    }

    @Test
    void staysWithinItsBudgetForAnyOperations() {
        FederationEngine engine = engine(2L << 20);
        long before = heap();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.count; i++) {
                run(engine, kind.operation.apply(i));
                assertThat(engine.operationCacheWeight()).isLessThanOrEqualTo(2L << 20);
            }
        }
        assertThat(heap() - before).isLessThan(8L << 20);
    }
}
