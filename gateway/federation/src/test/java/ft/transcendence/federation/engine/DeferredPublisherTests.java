package ft.transcendence.federation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.error.RequestRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Results and publishers that need other work to finish first. */
final class DeferredPublisherTests {

    private static final GraphQLResponse RESPONSE =
            new RequestRefusedException("a response like others", "SOME_CODE").response();

    /** A subscriber that records its signals, and requests nothing by itself. */
    private static final class Noted implements Flow.Subscriber<GraphQLResponse> {
        final List<String> signals = new ArrayList<>();
        Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(GraphQLResponse response) {
            signals.add("next");
        }

        @Override
        public void onError(Throwable problem) {
            signals.add("error " + problem.getMessage());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }

        Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription);
        }
    }

    /** A publisher that records what its subscription receives. */
    private static final class Upstream implements Flow.Publisher<GraphQLResponse> {
        final List<String> signals = new ArrayList<>();

        @Override
        public void subscribe(Flow.Subscriber<? super GraphQLResponse> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    signals.add("request " + count);
                }

                @Override
                public void cancel() {
                    signals.add("cancel");
                }
            });
        }
    }

    private final CompletableFuture<Flow.Publisher<GraphQLResponse>> stream = new CompletableFuture<>();
    private final Noted subscriber = new Noted();
    private final Upstream upstream = new Upstream();

    @Test
    void passesEarlierDemandOnAtOnce() {
        new DeferredPublisher(stream).subscribe(subscriber);
        subscriber.subscription().request(2);
        subscriber.subscription().request(3);
        stream.complete(upstream);
        subscriber.subscription().request(4);
        assertThat(upstream.signals).containsExactly("request 5", "request 4");
    }

    @Test
    void unboundedDemandStaysUnbounded() {
        new DeferredPublisher(stream).subscribe(subscriber);
        subscriber.subscription().request(Long.MAX_VALUE);
        subscriber.subscription().request(1);
        stream.complete(upstream);
        assertThat(upstream.signals).containsExactly("request " + Long.MAX_VALUE);
    }

    @Test
    void leavesInvalidDemandToTheStream() {
        new DeferredPublisher(stream).subscribe(subscriber);
        subscriber.subscription().request(0);
        stream.complete(new SingleResponsePublisher(CompletableFuture.completedFuture(RESPONSE)));
        assertThat(subscriber.signals).hasSize(1).first().asString().startsWith("error");
    }

    @Test
    void emitsTheSingleResponse() {
        new DeferredPublisher(stream).subscribe(subscriber);
        subscriber.subscription().request(1);
        stream.complete(new SingleResponsePublisher(CompletableFuture.completedFuture(RESPONSE)));
        assertThat(subscriber.signals).containsExactly("next", "complete");
    }

    @Test
    void cancellationBeforeThePublisherIsKnownCancelsTheWork() {
        new DeferredPublisher(stream).subscribe(subscriber);
        subscriber.subscription().cancel();
        assertThat(stream).isCancelled();
        assertThat(subscriber.signals).isEmpty();
    }

    @Test
    void cancellationWhileThePublisherBecomesKnownCancelsIt() {
        CompletableFuture<Flow.Publisher<GraphQLResponse>> uncancellable = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        CompletableFuture<GraphQLResponse> underWay = new CompletableFuture<>();
        new DeferredPublisher(uncancellable).subscribe(subscriber);
        subscriber.subscription().request(1);
        subscriber.subscription().cancel();
        uncancellable.complete(new SingleResponsePublisher(underWay));
        assertThat(underWay).isCancelled();
        assertThat(subscriber.signals).isEmpty();
    }

    @Test
    void laterCancellationCancelsTheStream() {
        new DeferredPublisher(stream).subscribe(subscriber);
        stream.complete(upstream);
        subscriber.subscription().cancel();
        assertThat(upstream.signals).containsExactly("cancel");
    }

    @Test
    void failsWithADefect() {
        new DeferredPublisher(stream).subscribe(subscriber);
        stream.completeExceptionally(new IllegalStateException("defect"));
        assertThat(subscriber.signals).containsExactly("error defect");
    }

    @Test
    void failsIfTheStreamCannotBeSubscribedTo() {
        new DeferredPublisher(stream).subscribe(subscriber);
        stream.complete(anybody -> {
            throw new IllegalStateException("broken");
        });
        assertThat(subscriber.signals).containsExactly("error broken");
    }

    // ---- DeferredResult

    private final CompletableFuture<String> work = new CompletableFuture<>();

    @Test
    void resultCompletesWhateverFails() {
        DeferredResult<String> refusalBroken = new DeferredResult<String>(Runnable::run)
                .of(work, CompletableFuture::completedFuture, problem -> {
                    throw new IllegalStateException("refusal");
                });
        DeferredResult<String> nextBroken = new DeferredResult<String>(Runnable::run)
                .of(
                        new CompletableFuture<>().completeAsync(() -> "x", Runnable::run),
                        result -> {
                            throw new IllegalStateException("next");
                        },
                        problem -> Optional.empty());
        DeferredResult<String> noThread = new DeferredResult<String>(task -> {
                    throw new RejectedExecutionException("no thread");
                })
                .of(work, CompletableFuture::completedFuture, problem -> Optional.empty());
        work.completeExceptionally(new IllegalStateException("work"));
        assertThat(refusalBroken).isCompletedExceptionally();
        assertThat(nextBroken).isCompletedExceptionally();
        assertThat(noThread).isCompletedExceptionally();
    }

    @Test
    void refusalIsAResult() {
        DeferredResult<String> response = new DeferredResult<String>(Runnable::run)
                .of(work, CompletableFuture::completedFuture, problem -> Optional.of("refused"));
        work.completeExceptionally(new IllegalStateException("work"));
        assertThat(response).isCompletedWithValue("refused");
    }

    @Test
    void cancelledResultCancelsTheContinuation() {
        CompletableFuture<String> calls = new CompletableFuture<>();
        DeferredResult<String> response =
                new DeferredResult<String>(Runnable::run).of(work, result -> calls, problem -> Optional.empty());
        work.complete("plan");
        response.cancel(true);
        assertThat(calls).isCancelled();
    }

    @Test
    void continuationOfACancelledResultIsCancelledAtOnce() {
        CompletableFuture<String> calls = new CompletableFuture<>();
        DeferredResult<String> response =
                new DeferredResult<String>(Runnable::run).of(work, result -> calls, problem -> Optional.empty());
        response.cancel(true);
        work.complete("plan");
        assertThat(calls).isCancelled();
    }
}
