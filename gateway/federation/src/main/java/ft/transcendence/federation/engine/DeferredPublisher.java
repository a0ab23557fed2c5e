package ft.transcendence.federation.engine;

import ft.transcendence.federation.GraphQLResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A publisher that passes on another one as soon as that is known. It has one subscriber, which may request and cancel before that. */
final class DeferredPublisher implements Flow.Publisher<GraphQLResponse> {

    private final CompletableFuture<Flow.Publisher<GraphQLResponse>> stream;

    DeferredPublisher(CompletableFuture<Flow.Publisher<GraphQLResponse>> stream) {
        this.stream = stream;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super GraphQLResponse> subscriber) {
        Relay relay = new Relay(subscriber);
        subscriber.onSubscribe(relay);
        stream.whenComplete(relay::begin);
    }

    private final class Relay implements Flow.Subscription, Flow.Subscriber<GraphQLResponse> {

        private static final long CANCELLED = -1;

        private final Flow.Subscriber<? super GraphQLResponse> subscriber;
        private final AtomicReference<Flow.@Nullable Subscription> upstream = new AtomicReference<>();
        /** Demand that has not been passed on yet. */
        private final AtomicLong demand = new AtomicLong();

        Relay(Flow.Subscriber<? super GraphQLResponse> subscriber) {
            this.subscriber = subscriber;
        }

        private void begin(Flow.@Nullable Publisher<GraphQLResponse> found, @Nullable Throwable defect) {
            if (found == null) {
                if (demand.get() != CANCELLED) {
                    subscriber.onError(defect == null ? new IllegalStateException("No stream") : defect);
                }
                return;
            }
            try {
                // even if cancelled: the other publisher may have started, and learns of the cancellation through its
                // subscription
                found.subscribe(this);
            } catch (RuntimeException | Error broken) {
                subscriber.onError(broken);
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream.set(subscription);
            passDemandOn();
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                // the other publisher has to refuse it, whatever was requested before
                demand.updateAndGet(known -> known == CANCELLED ? CANCELLED : Long.MIN_VALUE);
            } else {
                demand.updateAndGet(
                        known -> known < 0 ? known : Long.MAX_VALUE - known < count ? Long.MAX_VALUE : known + count);
            }
            passDemandOn();
        }

        @Override
        public void cancel() {
            demand.set(CANCELLED);
            Flow.Subscription subscription = upstream.get();
            if (subscription != null) {
                subscription.cancel();
            } else {
                stream.cancel(false);
            }
        }

        private void passDemandOn() {
            Flow.Subscription subscription = upstream.get();
            if (subscription == null) {
                return;
            }
            long pending = demand.getAndUpdate(known -> known == CANCELLED ? CANCELLED : 0);
            if (pending == CANCELLED) {
                subscription.cancel();
            } else if (pending != 0) {
                subscription.request(pending);
            }
        }

        @Override
        public void onNext(GraphQLResponse response) {
            subscriber.onNext(response);
        }

        @Override
        public void onError(Throwable problem) {
            subscriber.onError(problem);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
