package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.engine.ExplanationException;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.engine.PlanExplanation;
import ft.transcendence.federation.engine.PlanExplanation.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every step of planning prints the same text for the same operation. The expected texts are files beside the supergraph;
 * {@code -Dgolden.update=true} writes them again.
 */
final class PlanExplanationTests {

    private static final Path FOLDER = Path.of("src/test/resources/explanation");

    private static final String SKIPPING = """
            query($short: Boolean!, $first: Int!) { latestReviews(first: $first) { product { upc inStock @skip(if: $short) } } }""";

    @ParameterizedTest
    @EnumSource(Step.class)
    void printsEveryStep(Step step) throws IOException {
        String text = storefront().text(step);

        assertThat(text).isEqualTo(golden(step + ".txt", text));
        assertThat(storefront().text(step)).as("again").isEqualTo(text);
    }

    @Test
    void printsThePlanForGraphviz() throws IOException {
        String dot = storefront().dot();

        assertThat(dot).isEqualTo(golden("plan.dot", dot));
    }

    @Test
    void printsThePlanAsSvg() throws Exception {
        String svg = storefront().svg();

        assertThat(svg).isEqualTo(golden("plan.svg", svg));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    /** The example in the documentation of the package {@code planner.path}. */
    @Test
    void exampleOfThePathSearchIsCorrect() throws IOException {
        PlanExplanation explanation = engine().explain(
                        GraphQLRequest.of("{ bestseller { name inStock shipping } }"), RequestContext.anonymous());

        assertThat(explanation.text(Step.PATHS)).isEqualTo("""
                Paths(cost: 204260) {
                  #0 RootMove(products) {
                    bestseller.name
                    bestseller.upc
                    bestseller.weight
                  }
                  #1 EntityMove(inventory, at "bestseller", after #0) {
                    key { upc } of Product
                    bestseller.inStock
                  }
                  #2 EntityMove(inventory, at "bestseller", after #0) {
                    key { upc } of Product
                    bestseller.shipping
                  }
                }
                """);
    }

    @Test
    void needsOnlyTheVariablesOfConditions() throws IOException {
        PlanExplanation skipped =
                engine().explain(GraphQLRequest.of(SKIPPING, Map.of("short", true)), RequestContext.anonymous());
        PlanExplanation included =
                engine().explain(GraphQLRequest.of(SKIPPING, Map.of("short", false)), RequestContext.anonymous());

        assertThat(skipped.text(Step.PLAN)).doesNotContain("inventory");
        assertThat(included.text(Step.PLAN)).contains("inventory");
    }

    @Test
    void omitsFieldsThatTheCallerMayNotSee() {
        FederationEngine engine = FederationEngine.builder()
                .supergraph("""
                        schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
                          @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) { query: Query }
                        directive @authenticated on FIELD_DEFINITION
                        enum join__Graph { A @join__graph(name: "a", url: "http://a/graphql") }
                        type Query @join__type(graph: A) { open: Int closed: Int @authenticated }
                        """)
                .transport(
                        request -> CompletableFuture.failedFuture(new AssertionError("called " + request.subgraph())))
                .build();
        GraphQLRequest both = GraphQLRequest.of("{ open closed }");

        assertThat(engine.explain(both, RequestContext.anonymous()).text(Step.PLAN))
                .contains("open")
                .doesNotContain("closed");
        assertThat(engine.explain(both, RequestContext.anonymous()).deniedFields())
                .containsExactly("closed");
        assertThat(engine.explain(
                                both,
                                RequestContext.builder()
                                        .caller(Caller.authenticated(Set.of()))
                                        .build())
                        .text(Step.PLAN))
                .contains("closed");
    }

    @Test
    void explainsWhyThereIsNoPlan() throws IOException {
        FederationEngine engine = engine();

        assertThatThrownBy(() -> engine.explain(GraphQLRequest.of("{ worstseller }"), RequestContext.anonymous()))
                .isInstanceOf(ExplanationException.class)
                .hasMessageContaining("worstseller");
    }

    private static PlanExplanation storefront() throws IOException {
        String operation = Files.readString(FOLDER.resolve("operation.graphql"));
        return engine().explain(GraphQLRequest.of(operation), RequestContext.anonymous());
    }

    private static FederationEngine engine() throws IOException {
        return FederationEngine.builder()
                .supergraph(Files.readString(FOLDER.resolve("supergraph.graphql")))
                .transport(
                        request -> CompletableFuture.failedFuture(new AssertionError("called " + request.subgraph())))
                .build();
    }

    private static String golden(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
