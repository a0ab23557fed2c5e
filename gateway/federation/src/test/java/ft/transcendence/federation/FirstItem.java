package ft.transcendence.federation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** A subscriber that waits for one item. */
record FirstItem<T>(CompletableFuture<T> item) implements Flow.Subscriber<T> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(1);
    }

    @Override
    public void onNext(T next) {
        item.complete(next);
    }

    @Override
    public void onError(Throwable problem) {
        item.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        item.completeExceptionally(new IllegalStateException("The stream ended without an item"));
    }
}
