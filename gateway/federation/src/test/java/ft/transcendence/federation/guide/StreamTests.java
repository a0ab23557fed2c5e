package ft.transcendence.federation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.engine.FederationEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

/** The README's examples of responses in several parts. */
class StreamTests {

    /** Collects the bodies of a response in parts, as a host would write them to its client. */
    // tag::subscriber[]
    private static final class Parts implements Flow.Subscriber<GraphQLResponse> {
        final List<String> bodies = new ArrayList<>();
        final CountDownLatch complete = new CountDownLatch(1);

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(GraphQLResponse part) {
            bodies.add(part.bodyAsString());
        }

        @Override
        public void onError(Throwable problem) {
            complete.countDown();
        }

        @Override
        public void onComplete() {
            complete.countDown();
        }
    }
    // end::subscriber[]

    @Test
    void deferredFragments() throws InterruptedException {
        String supergraph = Guide.supergraph();
        SubgraphTransport transport = Guide.subgraphs(
                "{\"data\":{\"me\":{\"name\":\"Ann\",\"__typename\":\"User\",\"id\":\"1\"}}}",
                "{\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"Good\"}]}]}}");
        // tag::defer[]
        FederationEngine engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .defer(10)
                .build();
        Parts parts = new Parts();
        engine.executeIncrementally(
                        GraphQLRequest.of("{ me { name ... @defer { reviews { body } } } }"),
                        RequestContext.anonymous(),
                        IncrementalFormat.PENDING)
                .subscribe(parts);
        // end::defer[]

        parts.complete.await();
        assertThat(parts.bodies).hasSize(2);
        assertThat(parts.bodies.getFirst())
                .startsWith("{\"data\":{\"me\":{\"name\":\"Ann\"}}")
                .contains("\"hasNext\":true");
        assertThat(parts.bodies.getLast()).contains("Good", "\"hasNext\":false");
    }

    @Test
    void subscription() throws InterruptedException {
        String supergraph = Guide.supergraph();
        SubmissionPublisher<SubgraphResponse> events = new SubmissionPublisher<>(Runnable::run, 16);
        // tag::subscription[]
        SubgraphTransport transport = new SubgraphTransport() {
            @Override
            public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
                return CompletableFuture.failedFuture(new UnsupportedOperationException());
            }

            @Override
            public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
                return events;
            }
        };
        FederationEngine engine = FederationEngine.builder()
                .supergraph(supergraph)
                .transport(transport)
                .planOnCallingThread()
                .build();
        Parts parts = new Parts();
        engine.subscribe(GraphQLRequest.of("subscription { reviewAdded { body } }"), RequestContext.anonymous())
                .subscribe(parts);
        // end::subscription[]

        events.submit(new SubgraphResponse(
                200, "{\"data\":{\"reviewAdded\":{\"body\":\"Good\"}}}".getBytes(StandardCharsets.UTF_8)));
        events.close();
        parts.complete.await();
        assertThat(parts.bodies).containsExactly("{\"data\":{\"reviewAdded\":{\"body\":\"Good\"}}}");
    }
}
