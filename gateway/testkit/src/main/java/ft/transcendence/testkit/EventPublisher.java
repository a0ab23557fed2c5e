package ft.transcendence.testkit;

import ft.transcendence.federation.SubgraphResponse;
import graphql.ExecutionResult;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** The events of a subgraph's subscription. A result without events, such as a refusal, is the only event. */
final class EventPublisher implements Flow.Publisher<SubgraphResponse> {

    private final Supplier<CompletionStage<ExecutionResult>> subscription;
    private final RequestLog.Entry entry;

    EventPublisher(Supplier<CompletionStage<ExecutionResult>> subscription, RequestLog.Entry entry) {
        this.subscription = subscription;
        this.entry = entry;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super SubgraphResponse> subscriber) {
        subscription.get().whenComplete((result, failure) -> begin(subscriber, result, failure));
    }

    private void begin(
            Flow.Subscriber<? super SubgraphResponse> subscriber,
            @Nullable ExecutionResult result,
            @Nullable Throwable failure) {
        if (failure != null || result == null) {
            Throwable reason = InProcessTransport.reasonOf(failure);
            entry.failed(reason);
            subscriber.onSubscribe(new SingleEvent(() -> subscriber.onError(reason)));
            return;
        }
        Object data = result.getData();
        if (data instanceof Publisher<?> events) {
            FlowAdapters.toFlowPublisher(events).subscribe(new Events(subscriber));
            return;
        }
        SubgraphResponse response = InProcessTransport.answered(entry, result);
        subscriber.onSubscribe(new SingleEvent(() -> {
            subscriber.onNext(response);
            subscriber.onComplete();
        }));
    }

    /** Passes results on as responses. */
    private final class Events implements Flow.Subscriber<Object> {

        private final Flow.Subscriber<? super SubgraphResponse> subscriber;

        Events(Flow.Subscriber<? super SubgraphResponse> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription events) {
            subscriber.onSubscribe(events);
        }

        @Override
        public void onNext(Object event) {
            subscriber.onNext(InProcessTransport.answered(entry, (ExecutionResult) event));
        }

        @Override
        public void onError(Throwable failure) {
            entry.failed(failure);
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }

    /** Does one thing when it is first asked for something. */
    private static final class SingleEvent implements Flow.Subscription {

        private final AtomicBoolean done = new AtomicBoolean();
        private final Runnable event;

        SingleEvent(Runnable event) {
            this.event = event;
        }

        @Override
        public void request(long count) {
            if (done.compareAndSet(false, true)) {
                event.run();
            }
        }

        @Override
        public void cancel() {
            done.set(true);
        }
    }
}
