package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An engine with one planning thread, and hosts that block it. */
final class BlockedPlanningTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query }
            enum join__Graph { OLD @join__graph(name: "old", url: "") NEW @join__graph(name: "new", url: "") }
            type Query @join__type(graph: OLD) @join__type(graph: NEW) {
              labelled: Int @join__field(graph: OLD, overrideLabel: "slow")
                @join__field(graph: NEW, override: "old", overrideLabel: "slow")
              plain: Int @join__field(graph: OLD)
            }
            """;

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    /** Blocks the planning thread, which calls it to decide the label. */
    private final RequestContext holding = RequestContext.builder()
            .overrideLabels(label -> {
                held.countDown();
                return !await(release);
            })
            .build();

    private FederationEngine engine(Duration maxWait, SubgraphTransport transport) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .planning(new PlanningSettings(1, 8, 8, maxWait))
                .transport(transport)
                .build();
    }

    private static CompletableFuture<SubgraphResponse> response(SubgraphRequest request) {
        return CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":{}}"));
    }

    private static CompletableFuture<String> execute(
            FederationEngine engine, String operation, RequestContext context) {
        return engine.execute(GraphQLRequest.of(operation), context).thenApply(GraphQLResponse::bodyAsString);
    }

    private static CompletableFuture<String> execute(FederationEngine engine, String operation) {
        return execute(engine, operation, RequestContext.anonymous());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(MINUTE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String join(CompletableFuture<String> response) {
        return response.orTimeout(MINUTE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @AfterEach
    void releasePlanner() {
        release.countDown();
    }

    @Test
    void cachedOperationsAreServedWhilePlanningIsBlocked() {
        FederationEngine engine = engine(MINUTE, BlockedPlanningTests::response);
        join(execute(engine, "{ plain }"));
        CompletableFuture<String> stuck = execute(engine, "{ labelled }", holding);
        assertThat(await(held)).isTrue();

        assertThat(execute(engine, "{ plain }")).as("executed at once").isDone();
        CompletableFuture<String> next = execute(engine, "{ next: plain }");
        assertThat(next).isNotDone();

        release.countDown();
        assertThat(join(stuck)).contains("\"labelled\":null");
        assertThat(join(next)).contains("\"next\":null");
    }

    @Test
    void newOperationsAreRefusedWhilePlanningIsBlocked() {
        FederationEngine engine = engine(Duration.ofMillis(50), BlockedPlanningTests::response);
        CompletableFuture<String> stuck = execute(engine, "{ labelled }", holding);
        // on a slow machine even this one may be refused before it starts
        if (CompletableFuture.anyOf(stuck, CompletableFuture.runAsync(() -> await(held)))
                        .orTimeout(MINUTE.toSeconds(), TimeUnit.SECONDS)
                        .join()
                == null) {
            assertThat(join(execute(engine, "{ next: plain }"))).contains("PLANNING_OVERLOADED");
        }
    }

    @Test
    void subscribersMayBlockOnOtherNewOperations() {
        FederationEngine engine = engine(MINUTE, BlockedPlanningTests::response);
        CompletableFuture<String> nested = execute(engine, "{ first: plain }")
                .thenApply(response -> response + join(execute(engine, "{ second: plain }")));
        assertThat(join(nested)).contains("first", "second");
    }

    @Test
    void transportsMayBlockOnOtherNewOperations() {
        FederationEngine inner = engine(MINUTE, BlockedPlanningTests::response);
        FederationEngine outer = engine(MINUTE, request -> {
            join(execute(inner, "{ inner: plain }"));
            return response(request);
        });
        assertThat(join(execute(outer, "{ outer: plain }"))).contains("\"outer\":null");
    }

    @Test
    void transportsMayBlockOnTheSameEngine() {
        FederationEngine[] engine = new FederationEngine[1];
        engine[0] = engine(MINUTE, request -> {
            if (StandardCharsets.UTF_8.decode(request.body()).toString().contains("outer")) {
                join(execute(engine[0], "{ inner: plain }"));
            }
            return response(request);
        });
        assertThat(join(execute(engine[0], "{ outer: plain }"))).contains("\"outer\":null");
    }
}
