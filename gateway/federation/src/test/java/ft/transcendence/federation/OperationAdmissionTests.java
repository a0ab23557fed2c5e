package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.OperationAdmission.Decision;
import ft.transcendence.federation.OperationAdmission.Decision.Admitted;
import ft.transcendence.federation.OperationAdmission.Decision.Refused;
import ft.transcendence.federation.engine.FederationEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What a host may decide about an operation before it is planned. */
class OperationAdmissionTests {

    private static final String ME = "{\"data\":{\"me\":{\"name\":\"Ann\"}}}";
    private static final Decision OWNER = new Admitted(Set.of("owner"));
    private static final Decision NOBODY = new Admitted(Set.of());

    private final ScriptedTransport subgraphs = new ScriptedTransport();
    private final FederationEngine engine = People.engine(subgraphs);
    private final List<OperationSummary> asked = new ArrayList<>();

    private RequestContext deciding(CompletableFuture<Decision> decision) {
        return RequestContext.builder()
                .admission(operation -> {
                    asked.add(operation);
                    return decision;
                })
                .build();
    }

    private CompletableFuture<GraphQLResponse> execute(String query, CompletableFuture<Decision> decision) {
        return engine.execute(GraphQLRequest.of(query), deciding(decision));
    }

    private CompletableFuture<GraphQLResponse> execute(String query, Decision decision) {
        return execute(query, CompletableFuture.completedFuture(decision));
    }

    @Test
    void knowsWhatTheOperationDoes() {
        subgraphs.respond("users", "{\"data\":{\"me\":{\"name\":\"Ann\"},\"found\":[]}}");
        engine.execute(
                        GraphQLRequest.of(
                                "query Both($no: Boolean!) { me { __typename name secret @skip(if: $no) { text } age @include(if: $no) }"
                                        + " found { ... on Bot { model } } }",
                                Map.of("no", false)),
                        deciding(CompletableFuture.completedFuture(NOBODY)))
                .join();

        assertThat(asked).singleElement().satisfies(operation -> {
            assertThat(operation.kind()).isEqualTo(OperationKind.QUERY);
            assertThat(operation.name()).isEqualTo("Both");
            assertThat(operation.fields())
                    .containsExactly("Query.me", "User.name", "User.secret", "Secret.text", "Query.found", "Bot.model");
            assertThat(operation.policies()).containsExactly("owner");
        });
    }

    @Test
    void grantsPoliciesForOneRequest() {
        String query = "{ me { secret { text } } }";
        String shown = "{\"data\":{\"me\":{\"secret\":{\"text\":\"s\"}}}}";
        for (int i = 0; i < 2; i++) {
            subgraphs.respond("users", shown);
            assertThat(execute(query, OWNER).join().bodyAsString()).isEqualTo(shown);
            subgraphs.respond("users", "{\"data\":{\"me\":{}}}");
            assertThat(execute(query, NOBODY).join().bodyAsString())
                    .contains("\"secret\":null", "Not authorized to read User.secret");
        }
        assertThat(asked).hasSize(4);
    }

    @Test
    void refusesBeforeAnythingIsFetched() {
        GraphQLResponse response = execute(
                        "{ me { name } }",
                        new Refused(GraphQLResponse.Kind.THROTTLED, "Too many of these", "RATE_LIMITED"))
                .join();
        assertThat(response.kind()).isEqualTo(GraphQLResponse.Kind.THROTTLED);
        assertThat(response.bodyAsString())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"Too many of these\",\"extensions\":{\"code\":\"RATE_LIMITED\"}}]}");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void isAskedOnceForEachRequestWhetherOrNotThePlanIsCached() {
        for (int i = 1; i <= 3; i++) {
            subgraphs.respond("users", ME);
            assertThat(execute("{ me { name } }", NOBODY).join().bodyAsString()).isEqualTo(ME);
            assertThat(asked).hasSize(i);
        }
    }

    @Test
    void isNotAskedAboutAnInvalidOperation() {
        assertThat(execute("{ nothing }", OWNER).join().isRequestError()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void decidesLater() {
        CompletableFuture<Decision> decision = new CompletableFuture<>();
        subgraphs.respond("users", ME);
        CompletableFuture<GraphQLResponse> response = execute("{ me { name } }", decision);
        assertThat(response).isNotDone();
        assertThat(subgraphs.requests()).isEmpty();

        decision.complete(NOBODY);

        assertThat(response.join().bodyAsString()).isEqualTo(ME);
    }

    @Test
    void refusesASubscription() {
        List<String> responses = new ArrayList<>();
        engine.subscribe(
                        GraphQLRequest.of("subscription { reviewAdded { id } }"),
                        deciding(CompletableFuture.completedFuture(
                                new Refused(GraphQLResponse.Kind.REQUEST_ERROR, "No", "NO"))))
                .subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(10);
                    }

                    @Override
                    public void onNext(GraphQLResponse response) {
                        responses.add(response.bodyAsString());
                    }

                    @Override
                    public void onError(Throwable problem) {
                        responses.add(problem.toString());
                    }

                    @Override
                    public void onComplete() {
                        responses.add("complete");
                    }
                });
        assertThat(responses)
                .containsExactly("{\"errors\":[{\"message\":\"No\",\"extensions\":{\"code\":\"NO\"}}]}", "complete");
    }

    @Test
    void failureOfTheHostIsADefect() {
        CompletableFuture<GraphQLResponse> response =
                execute("{ me { name } }", CompletableFuture.failedFuture(new IllegalStateException("broken")));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(response::join)
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(subgraphs.requests()).isEmpty();
    }
}
