package ft.transcendence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

class FederatedStreamTests {

    private static final String JOINED = "subscription { joined { name rating { value } } }";

    private final SubmissionPublisher<String> joining = new SubmissionPublisher<>(Runnable::run, 16);
    private final FederatedGraph graph = FederatedGraph.builder()
            .subgraph("users", People.users(joining))
            .subgraph("ratings", People.ratings())
            .engine(engine -> engine.defer(10))
            .patience(Duration.ofSeconds(10))
            .build();

    @Test
    void completesEventsWithDataOfOtherSubgraphs() {
        try (FederatedStream joined = graph.operation(JOINED).subscribe()) {
            joining.submit("7");
            FederatedResponse first = joined.next();
            assertThat(first)
                    .hasNoErrors()
                    .hasData("{\"joined\": {\"name\": \"user 7\", \"rating\": {\"value\": 1007}}}");
            assertThat(first.requests()).extracting(SubgraphExchange::subgraph).containsExactly("users", "ratings");

            joining.submit("8");
            FederatedResponse second = joined.next();
            assertThat(second).hasData("{\"joined\": {\"name\": \"user 8\", \"rating\": {\"value\": 1008}}}");
            assertThat(second)
                    .as("only the requests of this event")
                    .hasRequests(1)
                    .hasEntityBatch("ratings", 1);
        }
    }

    @Test
    void cancelsTheSubgraphsStreamWhenItIsClosed() {
        AtomicBoolean cancelled = new AtomicBoolean();
        FederatedGraph quiet = subscribing(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });

        quiet.operation("subscription { joined { id } }").subscribe().close();

        assertThat(cancelled).isTrue();
    }

    @Test
    void endsWithTheSubgraphsStream() {
        FederatedStream joined = graph.operation(JOINED).subscribe();
        joining.submit("1");
        joining.submit("2");
        joining.close();

        assertThat(joined.remaining()).hasSize(2);
        assertThat(joined.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(joined::next)
                .withMessage("The stream has ended after 2 items");
    }

    @Test
    void showsARefusedSubscriptionAsItsOnlyItem() {
        List<FederatedResponse> refusal =
                graph.operation("subscription { left { id } }").subscribe().remaining();

        assertThat(refusal).singleElement().satisfies(item -> assertThat(item)
                .hasErrorCodes("GRAPHQL_VALIDATION_FAILED"));
    }

    @Test
    void showsErrorsOfASubgraphThatDoesNotSubscribe() {
        FederatedGraph refusing = FederatedGraph.builder()
                .subgraph(
                        "users",
                        People.USERS,
                        call -> CompletableFuture.completedFuture(ExecutionResult.newExecutionResult()
                                .addError(GraphqlErrorBuilder.newError()
                                        .message("No seat left.")
                                        .extensions(Map.of("code", "FULL"))
                                        .build())
                                .build()))
                .build();

        assertThat(refusing.operation("subscription { joined { id } }")
                        .subscribe()
                        .remaining())
                .singleElement()
                .satisfies(item -> assertThat(item).hasErrorCodes("FULL"));
    }

    @Test
    void showsABrokenStream() {
        AtomicReference<Flow.Subscriber<? super ExecutionResult>> subscribed = new AtomicReference<>();
        FederatedGraph breaking = subscribing(subscribed, new Flow.Subscription() {
            @Override
            public void request(long count) {
                Objects.requireNonNull(subscribed.get()).onError(new IllegalStateException("pulled the plug"));
            }

            @Override
            public void cancel() {}
        });
        FederatedStream stream =
                breaking.operation("subscription { joined { id } }").subscribe();

        assertThat(stream.remaining()).singleElement().satisfies(item -> assertThat(item.errors())
                .isNotEmpty());
    }

    @Test
    void doesNotWaitForEver() {
        FederatedGraph impatient = FederatedGraph.builder()
                .patience(Duration.ofMillis(20))
                .subgraph("users", People.users(joining))
                .build();
        FederatedStream stream =
                impatient.operation("subscription { joined { id } }").subscribe();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(stream::next)
                .withMessageContaining("request to users")
                .withMessageContaining("within 20 ms");
    }

    @Test
    void deliversDeferredFragmentsAfterTheRest() {
        FederatedStream parts = graph.operation("{ me { name ... @defer { rating { value } } } }")
                .executeIncrementally();

        FederatedResponse first = parts.next();
        assertThat(first).hasData("{\"me\": {\"name\": \"user 1\"}}");
        assertThat(first.body()).containsEntry("hasNext", true);
        assertThat(first)
                .as("deferred fields are fetched as soon as possible, not when the client reads them")
                .hasRequests("ratings", 1);
        assertThat(parts.remaining()).singleElement().satisfies(part -> assertThat(part.body())
                .containsEntry("hasNext", false)
                .containsKey("incremental"));
    }

    @Test
    void deliversAQueryAtOnceIfNothingIsDeferred() {
        assertThat(graph.operation("{ me { id } }").executeIncrementally().remaining())
                .singleElement()
                .satisfies(part -> assertThat(part).hasData("{\"me\": {\"id\": \"1\"}}"));
    }

    private static FederatedGraph subscribing(Flow.Subscription subscription) {
        return subscribing(new AtomicReference<>(), subscription);
    }

    /** A graph whose subgraph gives every subscriber this subscription, and remembers the last subscriber. */
    private static FederatedGraph subscribing(
            AtomicReference<Flow.Subscriber<? super ExecutionResult>> subscribed, Flow.Subscription subscription) {
        Flow.Publisher<ExecutionResult> events = subscriber -> {
            subscribed.set(subscriber);
            subscriber.onSubscribe(subscription);
        };
        ExecutionResult result = ExecutionResult.newExecutionResult()
                .data(FlowAdapters.toPublisher(events))
                .build();
        return FederatedGraph.builder()
                .subgraph("users", People.USERS, call -> CompletableFuture.completedFuture(result))
                .build();
    }
}
