package ft.transcendence.federation.engine;

import ft.transcendence.federation.GraphQLResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A publisher of one response. It has one subscriber. */
final class SingleResponsePublisher implements Flow.Publisher<GraphQLResponse> {

    private final CompletableFuture<GraphQLResponse> response;

    SingleResponsePublisher(CompletableFuture<GraphQLResponse> response) {
        this.response = response;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super GraphQLResponse> subscriber) {
        subscriber.onSubscribe(new Delivery(subscriber));
    }

    private final class Delivery implements Flow.Subscription {

        private final Flow.Subscriber<? super GraphQLResponse> subscriber;
        private final AtomicBoolean used = new AtomicBoolean();

        Delivery(Flow.Subscriber<? super GraphQLResponse> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (!used.compareAndSet(false, true)) {
                return;
            }
            if (count <= 0) {
                subscriber.onError(new IllegalArgumentException("Only a positive number of items can be requested"));
                return;
            }
            response.whenComplete(this::deliver);
        }

        private void deliver(@Nullable GraphQLResponse given, @Nullable Throwable defect) {
            if (response.isCancelled()) {
                return;
            }
            if (given == null) {
                subscriber.onError(defect == null ? new IllegalStateException("No response") : defect);
                return;
            }
            subscriber.onNext(given);
            subscriber.onComplete();
        }

        @Override
        public void cancel() {
            used.set(true);
            response.cancel(true);
        }
    }
}
