package ft.transcendence.testkit.stub;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The events of a stub's subscription, on the thread that asks for them. Then the stream ends. */
record StubEvents(List<?> events) implements Publisher<Object> {

    /** The events of a field: those of a publisher, the items of a list, or the value itself. */
    static Publisher<?> of(@Nullable Object value) {
        return switch (value) {
            case null -> new StubEvents(List.of());
            case Publisher<?> publisher -> publisher;
            case List<?> list -> new StubEvents(list);
            default -> new StubEvents(List.of(value));
        };
    }

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        subscriber.onSubscribe(new Delivery(subscriber, events.iterator()));
    }

    private static final class Delivery implements Subscription {

        private final Subscriber<? super Object> subscriber;
        private final Iterator<?> events;
        private long requested;
        private boolean delivering;
        private boolean ended;

        Delivery(Subscriber<? super Object> subscriber, Iterator<?> events) {
            this.subscriber = subscriber;
            this.events = events;
        }

        /** A subscriber that asks for more within {@code onNext} gets it from the loop that called it. */
        @Override
        public void request(long count) {
            requested += Math.min(count, Long.MAX_VALUE - requested);
            if (delivering) {
                return;
            }
            delivering = true;
            while (requested > 0 && !ended && events.hasNext()) {
                requested--;
                subscriber.onNext(events.next());
            }
            delivering = false;
            if (!ended && !events.hasNext()) {
                ended = true;
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            ended = true;
        }
    }
}
