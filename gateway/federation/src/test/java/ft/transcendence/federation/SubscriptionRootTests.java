package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionRootTests {

    private static String refusal(String query, Map<String, @Nullable Object> variables) {
        CompletableFuture<GraphQLResponse> first = new CompletableFuture<>();
        People.engine(new ScriptedTransport())
                .subscribe(GraphQLRequest.of(query, variables), RequestContext.anonymous())
                .subscribe(new FirstItem<>(first));
        GraphQLResponse response = first.join();
        assertThat(response.isRequestError()).isTrue();
        return response.bodyAsString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription ($s: Boolean!) { reviewAdded @skip(if: $s) { id } }",
                "subscription ($s: Boolean!) { reviewAdded @include(if: $s) { id } }",
                "subscription ($s: Boolean!) { ... @include(if: $s) { reviewAdded { id } } }",
                "subscription ($s: Boolean!) { ... on Subscription @skip(if: $s) { reviewAdded { id } } }",
                "subscription ($s: Boolean!) { ...f @skip(if: $s) } fragment f on Subscription { reviewAdded { id } }",
                "subscription ($s: Boolean!) { ...f } fragment f on Subscription { reviewAdded @skip(if: $s) { id } }",
            })
    void refusesConditionsAtTheRoot(String query) {
        for (boolean value : new boolean[] {true, false}) {
            assertThat(refusal(query, Map.of("s", value)))
                    .contains("@skip and @include at its root", "locations", "GRAPHQL_VALIDATION_FAILED");
        }
    }

    @Test
    void refusesLiteralConditionsAtTheRoot() {
        assertThat(refusal("subscription { reviewAdded @include(if: false) { id } }", Map.of()))
                .contains("GRAPHQL_VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { reviewAdded { id } other: reviewAdded { id } }",
                "subscription { ...f reviewAdded { id } } fragment f on Subscription { other: reviewAdded { id } }",
                "subscription { __typename }",
                "subscription { reviewAdded @skip(if: true) { id } other: reviewAdded @include(if: true) { id } }",
            })
    void requiresOneRootField(String query) {
        assertThat(refusal(query, Map.of())).contains("root", "GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void executesAQueryInADocumentWithAnInvalidSubscription() {
        String document =
                "query A { me { name } } subscription B($s: Boolean!) { reviewAdded @skip(if: $s) { id @skip(if: $s) } }";
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"name\":\"Ann\"}}}");
        assertThat(People.engine(subgraphs)
                        .execute(new GraphQLRequest(document, "A", Map.of(), Map.of()), RequestContext.anonymous())
                        .join()
                        .bodyAsString())
                .isEqualTo("{\"data\":{\"me\":{\"name\":\"Ann\"}}}");
    }

    @Test
    void allowsConditionsBelowTheRoot() {
        CompletableFuture<GraphQLResponse> first = new CompletableFuture<>();
        ScriptedTransport subgraphs = new ScriptedTransport();
        People.engine(subgraphs)
                .subscribe(
                        GraphQLRequest.of("subscription { reviewAdded { id body @skip(if: true) } }"),
                        RequestContext.anonymous())
                .subscribe(new FirstItem<>(first));
        subgraphs.events.submit(ScriptedTransport.response(200, "{\"data\":{\"reviewAdded\":{\"id\":\"1\"}}}"));
        assertThat(first.join().bodyAsString()).isEqualTo("{\"data\":{\"reviewAdded\":{\"id\":\"1\"}}}");
    }
}
