package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import graphql.parser.Parser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subgraph requests bear the name of the client's operation, so that traces and metrics of subgraphs can tell operations apart. */
final class OperationNameTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query mutation: Mutation subscription: Subscription }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b-2", url: "") }
            directive @trace(id: String) on QUERY
            type Query @join__type(graph: A) @join__type(graph: B) { p(id: Int): P @join__field(graph: A) }
            type Mutation @join__type(graph: A) { touch: P @join__field(graph: A) }
            type Subscription @join__type(graph: A) { touched: P @join__field(graph: A) }
            type P @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! y: Int @join__field(graph: B) }
            """;

    private final ScriptedTransport subgraphs = new ScriptedTransport();
    private final FederationEngine engine = FederationEngine.builder()
            .planOnCallingThread()
            .supergraph(SUPERGRAPH)
            .transport(subgraphs)
            .build();

    private List<String> requestsFor(String query) {
        subgraphs.respond("a", "{\"data\":{\"p\":{\"id\":\"1\"},\"touch\":{\"id\":\"1\"}}}");
        subgraphs.respond("b-2", "{\"data\":{\"_entities\":[{\"y\":3}]}}");
        int before = subgraphs.requests().size();
        GraphQLResponse response = engine.execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join();
        assertThat(response.bodyAsString()).contains("\"y\":3").doesNotContain("errors");
        return subgraphs.requests().stream().skip(before).toList();
    }

    @Test
    void isFollowedByTheSubgraphAndTheNumberOfTheFetch() {
        assertThat(requestsFor("query Page { p { y } }"))
                .containsExactly(
                        "a {\"operationName\":\"Page__a__0\",\"query\":\"query Page__a__0{p{id}}\"}",
                        "b-2 {\"operationName\":\"Page__b_2__1\",\"query\":\"query Page__b_2__1($representations:[_Any!]!){_entities(representations:$representations)"
                                + "{...on P{y}}}\","
                                + "\"variables\":{\"representations\":[{\"__typename\":\"P\",\"id\":\"1\"}]}}");
    }

    @Test
    void standsBeforeVariablesAndDirectives() {
        List<String> requests = requestsFor("query Page @trace(id: \"x\") { p(id: 7) { y } }");
        assertThat(requests.getFirst())
                .startsWith("a {\"operationName\":\"Page__a__0\",\"query\":\"query Page__a__0(")
                .contains("@trace(id: \\\"x\\\")", "\",\"variables\":{")
                .contains(":7");
    }

    @Test
    void isInMutationsToo() {
        assertThat(requestsFor("mutation Touch { touch { y } }").getFirst())
                .isEqualTo("a {\"operationName\":\"Touch__a__0\",\"query\":\"mutation Touch__a__0{touch{id}}\"}");
    }

    @Test
    void isInSubscriptionsToo() {
        engine.subscribe(GraphQLRequest.of("subscription Feed { touched { y } }"), RequestContext.anonymous())
                .subscribe(new Requesting());
        assertThat(subgraphs.requests())
                .singleElement()
                .asString()
                .startsWith("a {\"operationName\":\"Feed__a__0\",\"query\":\"subscription Feed__a__0{touched{id}}\"");
    }

    @Test
    void differsBetweenClientsThatShareAPlan() {
        assertThat(requestsFor("query One { p { y } }").getFirst()).contains("One__a__0");
        long cached = engine.operationCacheWeight();
        assertThat(requestsFor("query Two { p { y } }").getFirst()).contains("Two__a__0");
        assertThat(engine.operationCacheWeight() - cached)
                .as("the prepared document, and no second plan")
                .isLessThan(1_500);
        assertThat(requestsFor("{ p { y } }").getFirst()).isEqualTo("a {\"query\":\"{p{id}}\"}");
    }

    @Test
    void isLeftOutWhenItIsVeryLong() {
        assertThat(requestsFor("query " + "N".repeat(100) + " { p { y } }").getFirst())
                .contains("N__a__0");
        assertThat(requestsFor("query " + "N".repeat(101) + " { p(id: 1) { y } }"))
                .noneMatch(request -> request.contains("operationName"))
                .allSatisfy(request -> assertThat(new Parser().parseDocument(documentIn(request)))
                        .isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"query\":\"{a}\"} | {a}\"}",
                "{\"query\":\"query($x:Int){a}\"} | ($x:Int){a}\"}",
                "{\"query\":\"query@trace{a}\"} | @trace{a}\"}",
                "{\"operationName\":\"Page__a__0\",\"query\":\"query Page__a__0{a}\"} | {a}\"}",
                "{\"operationName\":\"_9__a__0\",\"query\":\"query _9__a__0($x:Int){a}\"} | ($x:Int){a}\"}"
            })
    void requestsOfOneKindAreToldApartByWhatFollowsTheName(String body, String rest) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        byte[] within = new byte[text.length + 4];
        System.arraycopy(text, 0, within, 3, text.length);
        SubgraphRequest request = new SubgraphRequest(
                "a", "", ByteBuffer.wrap(within, 3, text.length), OperationKind.QUERY, RequestContext.anonymous());

        assertThat(new String(
                        within, request.afterName(), 3 + text.length - request.afterName(), StandardCharsets.UTF_8))
                .isEqualTo(rest);
    }

    private static String documentIn(String request) {
        return request.replaceFirst("^\\S+ \\{\"query\":\"", "").replaceFirst("\"(,\"variables\".*)?}$", "");
    }

    private static final class Requesting implements Flow.Subscriber<GraphQLResponse> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(GraphQLResponse response) {}

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }
}
