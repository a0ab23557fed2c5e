package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.net.ConnectException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationObserverTests {

    private static final String ME = "{\"data\":{\"me\":{\"name\":\"Ann\"}}}";

    /** Notes what it sees, in words. */
    private static final class Notes implements OperationObserver {
        final List<String> seen = new ArrayList<>();

        @Override
        public void preparing() {
            seen.add("preparing");
        }

        @Override
        public void identified(OperationKind kind, @Nullable String name) {
            seen.add("identified " + kind + " " + name);
        }

        @Override
        public boolean wantsCost() {
            return true;
        }

        @Override
        public void costEstimated(double cost) {
            seen.add("cost " + cost);
        }

        @Override
        public void prepared(int deniedFields) {
            seen.add("prepared, denied " + deniedFields);
        }

        @Override
        public FetchObserver fetchStarted(SubgraphRequest request) {
            seen.add("fetch " + request.subgraph() + " " + request.kind());
            return new FetchNotes(request.subgraph(), seen);
        }

        @Override
        public void answered(GraphQLResponse response) {
            seen.add("response " + response.kind() + " " + response.errors());
        }
    }

    private record FetchNotes(String subgraph, List<String> seen) implements FetchObserver {
        @Override
        public void answered(SubgraphResponse response, List<ResponseError> errors) {
            seen.add(subgraph + " answered " + response.status() + " " + errors);
        }

        @Override
        public void failed(FetchFailure failure) {
            List<String> words = new ArrayList<>(
                    List.of(subgraph, "failed", failure.reason().name(), String.valueOf(failure.status())));
            if (failure.detail() != null) {
                words.add(failure.detail());
            }
            if (failure.cause() != null) {
                words.add(failure.cause().getClass().getSimpleName());
            }
            seen.add(String.join(" ", words));
        }

        @Override
        public void ended() {
            seen.add(subgraph + " ended");
        }
    }

    private final Notes notes = new Notes();
    private final RequestContext observed =
            RequestContext.builder().observer(notes).build();

    private List<String> run(ScriptedTransport subgraphs, String query) {
        People.engine(subgraphs).execute(GraphQLRequest.of(query), observed).join();
        return notes.seen;
    }

    private List<String> runMe(CompletableFuture<SubgraphResponse> response) {
        return run(new ScriptedTransport().respond("users", response), "{ me { name } }");
    }

    @Test
    void seesEachStepOfANewOperation() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}}]}}")
                .respond("users", "{\"data\":{\"_entities\":[{\"name\":\"Ann\"}]}}");
        assertThat(run(subgraphs, "query Latest { latest { author { name } } }"))
                .containsExactly(
                        "preparing",
                        "identified QUERY Latest",
                        "prepared, denied 0",
                        "fetch reviews QUERY",
                        "reviews answered 200 []",
                        "fetch users QUERY",
                        "users answered 200 []",
                        "response EXECUTED []");
    }

    @Test
    void cachedOperationIsNotPreparedAgain() {
        FederationEngine engine =
                People.engine(new ScriptedTransport().respond("users", ME).respond("users", ME));
        GraphQLRequest request = GraphQLRequest.of("query Me { me { name } }");
        engine.execute(request, RequestContext.anonymous()).join();
        engine.execute(request, observed).join();
        assertThat(notes.seen)
                .startsWith("identified QUERY Me", "prepared, denied 0")
                .doesNotContain("preparing");
    }

    @Test
    void isToldTheKindThatTheHostAsksFor() {
        People.engine(new ScriptedTransport())
                .kindOf(GraphQLRequest.of("mutation Rename { rename(id: 1, name: \"x\") { id } }"), observed)
                .join();
        assertThat(notes.seen).containsExactly("preparing", "identified MUTATION Rename");
    }

    @Test
    void countsFieldsThatTheCallerMayNotSee() {
        assertThat(run(new ScriptedTransport().respond("users", ME), "{ me { name email } }"))
                .contains(
                        "identified QUERY null",
                        "prepared, denied 1",
                        "response EXECUTED [ResponseError[code=UNAUTHENTICATED, subgraph=null]]");
    }

    @Test
    void refusedOperationHasAResponseAndNoPlan() {
        assertThat(run(new ScriptedTransport(), "{ nobody }"))
                .containsExactly(
                        "preparing",
                        "response REQUEST_ERROR [ResponseError[code=GRAPHQL_VALIDATION_FAILED, subgraph=null]]");
    }

    @Test
    void mutationThatIsNotAllowedIsIdentified() {
        RequestContext readOnly = RequestContext.builder()
                .observer(notes)
                .deny(RequestContext.Feature.MUTATION)
                .build();
        People.engine(new ScriptedTransport())
                .execute(GraphQLRequest.of("mutation Rename { rename(id: 1, name: \"x\") { id } }"), readOnly)
                .join();
        assertThat(notes.seen)
                .containsExactly(
                        "preparing",
                        "identified MUTATION Rename",
                        "response REQUEST_ERROR [ResponseError[code=MUTATION_NOT_ALLOWED, subgraph=null]]");
    }

    @Test
    void seesCostsThatAreOnlyMeasured() {
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(new ScriptedTransport().respond("reviews", "{\"data\":{\"latest\":[]}}"))
                .costLimit(new CostLimit(1, 5, CostLimit.Mode.MEASURE))
                .build();
        engine.execute(GraphQLRequest.of("{ latest { id } }"), observed).join();
        assertThat(notes.seen).contains("cost 5.0");
    }

    @Test
    void costIsEstimatedForEachRequestIfItIsLimited() {
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(new ScriptedTransport().respond("users", ME).respond("users", ME))
                .costLimit(new CostLimit(100, 5))
                .build();
        GraphQLRequest request = GraphQLRequest.of("{ me { name } }");
        engine.execute(request, observed).join();
        engine.execute(request, observed).join();
        engine.execute(GraphQLRequest.of("{ latest { author { reviews { author { reviews { id } } } } } }"), observed)
                .join();
        assertThat(notes.seen.stream().filter(note -> note.startsWith("cost")))
                .hasSize(3)
                .startsWith("cost 1.0", "cost 1.0");
        assertThat(notes.seen.getLast())
                .isEqualTo("response REQUEST_ERROR [ResponseError[code=COST_ESTIMATED_TOO_EXPENSIVE, subgraph=null]]");
    }

    @Test
    void codesOfASubgraphAreItsOwnWhileTheClientsAreRedacted() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "users",
                        "{\"data\":{\"me\":null},\"errors\":[{\"message\":\"m\",\"extensions\":{\"code\":\"DISK_FULL\"}}]}");
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(subgraphs)
                .build();
        engine.execute(GraphQLRequest.of("{ me { name } }"), observed).join();
        assertThat(notes.seen)
                .endsWith(
                        "users answered 200 [ResponseError[code=DISK_FULL, subgraph=users]]",
                        "response EXECUTED [ResponseError[code=" + SubgraphErrorPolicy.DEFAULT_CODE
                                + ", subgraph=users]]");
    }

    @Test
    void unsuccessfulStatusIsAFailure() {
        assertThat(runMe(CompletableFuture.completedFuture(ScriptedTransport.response(502, "<html>bad gateway"))))
                .contains("users failed HTTP_STATUS 502");
    }

    @Test
    void malformedResponseIsAFailure() {
        assertThat(runMe(CompletableFuture.completedFuture(ScriptedTransport.response(200, "{}"))).stream()
                        .filter(note -> note.startsWith("users")))
                .singleElement()
                .asString()
                .startsWith("users failed MALFORMED 200 ")
                .contains("neither data nor errors");
    }

    @Test
    void failureOfTheTransportHasItsCause() {
        assertThat(runMe(CompletableFuture.failedFuture(new ConnectException())))
                .contains("users failed UNREACHABLE 0 ConnectException");
    }

    @Test
    void timeoutOfTheTransportIsAFailure() {
        assertThat(runMe(CompletableFuture.failedFuture(new TimeoutException())))
                .contains("users failed TIMED_OUT 0 TimeoutException");
    }

    @Test
    void deadlineOfTheRequestIsATimeoutOfItsFetches() {
        Instant now = Instant.parse("2020-01-01T00:00:00Z");
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(new ScriptedTransport().respond("users", new CompletableFuture<>()))
                .clock(() -> now)
                .build();
        RequestContext late = RequestContext.builder()
                .observer(notes)
                .deadline(now.plusMillis(20))
                .build();
        engine.execute(GraphQLRequest.of("{ me { name } }"), late).join();
        assertThat(notes.seen)
                .endsWith(
                        "users failed TIMED_OUT 0 CancellationException",
                        "response EXECUTED [ResponseError[code=SUBREQUEST_TIMEOUT, subgraph=users]]");
    }

    @Test
    void cancelledRequestCancelsItsFetches() {
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(new ScriptedTransport().respond("users", new CompletableFuture<>()))
                .planOnCallingThread()
                .build();
        engine.execute(GraphQLRequest.of("{ me { name } }"), observed).cancel(true);
        assertThat(notes.seen).endsWith("fetch users QUERY", "users failed CANCELLED 0 CancellationException");
    }

    @Test
    void transportGetsTheObserverOfItsRequest() {
        List<FetchObserver> given = new ArrayList<>();
        FederationEngine engine = People.engine(request -> {
            given.add(request.observer());
            return CompletableFuture.completedFuture(ScriptedTransport.response(200, ME));
        });
        engine.execute(GraphQLRequest.of("{ me { name } }"), observed).join();
        engine.execute(GraphQLRequest.of("{ me { name } }"), RequestContext.anonymous())
                .join();
        assertThat(given).hasSize(2);
        assertThat(given.getFirst()).isInstanceOf(FetchNotes.class);
        assertThat(given.getLast()).isSameAs(FetchObserver.NONE);
    }

    @Test
    void seesEachEventOfASubscriptionAndItsEnd() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        Flow.Subscription client = subscribe(subgraphs);
        client.request(5);
        subgraphs.events.submit(ScriptedTransport.response(200, "{\"data\":{\"reviewAdded\":{\"body\":\"b\"}}}"));
        subgraphs.events.closeExceptionally(new ConnectException());
        client.cancel();
        assertThat(notes.seen)
                .containsExactly(
                        "preparing",
                        "identified SUBSCRIPTION Added",
                        "prepared, denied 0",
                        "fetch reviews SUBSCRIPTION",
                        "reviews answered 200 []",
                        "response EXECUTED []",
                        "reviews failed UNREACHABLE 0 ConnectException",
                        "response EXECUTED [ResponseError[code=SUBREQUEST_HTTP_ERROR, subgraph=reviews]]",
                        "reviews ended");
    }

    @Test
    void cancelledSubscriptionEndsOnce() {
        Flow.Subscription client = subscribe(new ScriptedTransport());
        client.cancel();
        client.cancel();
        assertThat(notes.seen).endsWith("fetch reviews SUBSCRIPTION", "reviews ended");
    }

    private Flow.Subscription subscribe(ScriptedTransport subgraphs) {
        CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(subgraphs)
                .planOnCallingThread()
                .build()
                .subscribe(GraphQLRequest.of("subscription Added { reviewAdded { body } }"), observed)
                .subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscribed.complete(subscription);
                    }

                    @Override
                    public void onNext(GraphQLResponse response) {}

                    @Override
                    public void onError(Throwable problem) {}

                    @Override
                    public void onComplete() {}
                });
        return subscribed.join();
    }
}
