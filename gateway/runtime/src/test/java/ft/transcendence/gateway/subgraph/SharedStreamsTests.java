package ft.transcendence.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.StreamEndedException;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class SharedStreamsTests {
    private static final long MAX_WAITING = 100;

    private final SharedStreams streams = new SharedStreams(
            Map.of(
                    "state", LateJoin.BEGINS_WITH_LAST_EVENT,
                    "news", LateJoin.BEGINS_WITH_NEXT_EVENT),
            MAX_WAITING);
    private final TestPublisher<SubgraphResponse> subgraph = TestPublisher.create();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void opensOneStreamForEqualRequestsAndEndsItWithItsLastListener() {
        StepVerifier first = StepVerifier.create(join("state", "ada", "1"))
                .expectNextCount(1)
                .thenCancel()
                .verifyLater();
        StepVerifier second = StepVerifier.create(join("state", "ada", "2"))
                .expectNextCount(2)
                .thenCancel()
                .verifyLater();
        assertThat(opened).hasValue(1);
        subgraph.next(event("a"));
        first.verify();
        subgraph.assertNotCancelled();
        subgraph.next(event("b"));
        second.verify();
        subgraph.assertCancelled();
        assertThat(streams.open()).isZero();
        join("state", "ada", "3").subscribe();
        assertThat(opened).hasValue(2);
    }

    @Test
    void sharesNoStreamsBetweenCallersNorOfUnconfiguredFields() {
        join("state", "ada", "1").subscribe();
        join("state", "bob", "2").subscribe();
        assertThat(opened).hasValue(2);
        join("unknown", "ada", "3").subscribe();
        join("unknown", "ada", "4").subscribe();
        assertThat(opened).hasValue(4);
    }

    @Test
    void lateListenerOfAStateStreamReceivesTheLastEvent() {
        join("state", "ada", "1").subscribe();
        subgraph.next(event("a"), event("b"));
        StepVerifier.create(
                        join("state", "ada", "2").map(SharedStreamsTests::text).take(1))
                .expectNext("b")
                .verifyComplete();
    }

    @Test
    void lateListenerOfANewsStreamReceivesNoEarlierEvents() {
        join("news", "ada", "1").subscribe();
        subgraph.next(event("a"));
        StepVerifier.create(
                        join("news", "ada", "2").map(SharedStreamsTests::text).take(1))
                .then(() -> subgraph.next(event("b")))
                .expectNext("b")
                .verifyComplete();
    }

    @Test
    void endsOnlyTheStreamOfASlowClientWithTheReason() {
        StepVerifier slow = StepVerifier.create(join("news", "ada", "1"), 0)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(StreamEndedException.class, ended -> assertThat(ended.code())
                                .isEqualTo("SLOW_CONSUMER")))
                .verifyLater();
        StepVerifier fast = StepVerifier.create(join("news", "ada", "2"))
                .expectNextCount(11)
                .thenCancel()
                .verifyLater();
        for (int i = 0; i < 11; i++) {
            subgraph.next(event("x".repeat((int) MAX_WAITING / 10)));
        }
        slow.verify();
        fast.verify();
    }

    @Test
    void allListenersReceiveTheEndOfTheStream() {
        StepVerifier first = StepVerifier.create(join("state", "ada", "1"))
                .expectNextCount(1)
                .expectErrorMessage("lost")
                .verifyLater();
        StepVerifier second = StepVerifier.create(join("state", "ada", "2"), 1)
                .expectNextCount(1)
                .expectErrorMessage("lost")
                .verifyLater();
        subgraph.next(event("a"));
        subgraph.error(new IllegalStateException("lost"));
        first.verify();
        second.verify();
        assertThat(streams.open()).isZero();
    }

    private Flux<SubgraphResponse> join(String field, String caller, String requestId) {
        List<Header> headers = List.of(new Header("authorization", caller), new Header("x-request-id", requestId));
        SubgraphRequest request = new SubgraphRequest(
                "matches",
                "http://matches",
                ByteBuffer.wrap(field.getBytes(StandardCharsets.UTF_8)),
                OperationKind.SUBSCRIPTION,
                RequestContext.anonymous(),
                field);
        return streams.join(
                request, headers, () -> subgraph.flux().doOnSubscribe(subscription -> opened.incrementAndGet()));
    }

    private static SubgraphResponse event(String text) {
        return new SubgraphResponse(200, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SubgraphResponse event) {
        return new String(event.body(), StandardCharsets.UTF_8);
    }
}
