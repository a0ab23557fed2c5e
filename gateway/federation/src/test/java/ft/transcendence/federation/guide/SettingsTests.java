package ft.transcendence.federation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.Limits;
import ft.transcendence.federation.PlanningSettings;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.engine.PlanExplanation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The README's examples of what is set for an engine. */
class SettingsTests {

    private static final String ME = "{\"data\":{\"me\":{\"name\":\"Ann\"}}}";

    private final String supergraph = Guide.supergraph();
    private final SubgraphTransport transport = Guide.subgraphs(ME, "{}");

    @Test
    void limits() {
        // tag::limits[]
        FederationEngine engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                // characters, tokens, depth, fields, aliases, root fields
                .limits(new Limits(20_000, 5_000, 12, 1_000, 50, 10))
                .costLimit(new CostLimit(5_000, 20))
                .operationCacheBytes(64 << 20)
                .build();

        RequestContext context = RequestContext.builder()
                .deadline(Instant.now().plusSeconds(10))
                .maxResponseSize(8 << 20)
                .deny(RequestContext.Feature.INTROSPECTION)
                .build();
        // end::limits[]

        assertThat(execute(engine, "{ me { name } }", context).bodyAsString()).isEqualTo(ME);
        assertThat(execute(engine, "{ __typename __schema { description } }", context)
                        .bodyAsString())
                .contains("INTROSPECTION_DISABLED");
        assertThat(execute(engine, "{ me { name } }".repeat(10_000), context).bodyAsString())
                .contains("OPERATION_LIMIT_EXCEEDED");
    }

    @Test
    void threads() {
        // tag::planning-threads[]
        FederationEngine engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .planning(new PlanningSettings(2, 200, 20, Duration.ofSeconds(2)))
                .build();
        RequestContext context = RequestContext.builder().source("203.0.113.7").build();
        // end::planning-threads[]
        // tag::calling-thread[]
        FederationEngine onThreadOfRequest = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .planOnCallingThread()
                .build();
        // end::calling-thread[]

        assertThat(execute(engine, "{ me { name } }", context).bodyAsString()).isEqualTo(ME);
        assertThat(execute(onThreadOfRequest, "{ me { name } }", context).bodyAsString())
                .isEqualTo(ME);
    }

    @Test
    void subgraphErrors() {
        List<String> log = new ArrayList<>();
        SubgraphTransport transport = Guide.subgraphs(
                "{\"data\":null,\"errors\":[{\"message\":\"disk full\",\"extensions\":{\"code\":\"DISK\"}}]}", "{}");
        // tag::subgraph-errors[]
        FederationEngine engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .subgraphErrors(new SubgraphErrorPolicy(
                        Set.of("NOT_FOUND", "OUT_OF_STOCK"),
                        Set.of("retryAfter"),
                        subgraph -> subgraph.equals("legacy")))
                .subgraphErrorListener((subgraph, errors, context) -> log.add(subgraph + ": " + errors))
                .build();
        // end::subgraph-errors[]

        assertThat(execute(engine, "{ me { name } }", RequestContext.anonymous())
                        .bodyAsString())
                .contains(SubgraphErrorPolicy.DEFAULT_CODE)
                .doesNotContain("disk full");
        assertThat(log).singleElement().asString().startsWith("users: ").contains("disk full");
    }

    @Test
    void reload() {
        FederationEngine engine = engine();
        execute(engine, "{ me { name } }", RequestContext.anonymous());
        String newSupergraph = supergraph;
        // tag::reload[]
        FederationEngine next = FederationEngine.builder()
                .supergraph(newSupergraph)
                .transport(transport)
                .build();
        next.warmUpLike(engine);
        // end::reload[]

        assertThat(next.operationCacheWeight()).isEqualTo(engine.operationCacheWeight());
    }

    @Test
    void explanation() {
        FederationEngine engine = engine();
        // tag::explain[]
        PlanExplanation explanation =
                engine.explain(GraphQLRequest.of("{ me { name reviews { body } } }"), RequestContext.anonymous());
        String plan = explanation.text(PlanExplanation.Step.PLAN);
        String picture = explanation.svg();
        // end::explain[]

        assertThat(plan).contains("Fetch(service: \"users\")", "Fetch(service: \"reviews\")");
        assertThat(picture).startsWith("<svg");
    }

    private FederationEngine engine() {
        return FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .build();
    }

    private static GraphQLResponse execute(FederationEngine engine, String query, RequestContext context) {
        return engine.execute(GraphQLRequest.of(query), context).join();
    }
}
