package ft.transcendence.subgraph.stream;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Fetches the fields of a stream's events as its subscriber. Events arrive on threads of whoever publishes them, which
 * know no caller, or another one.
 */
final class SubscriberIdentity {

    private SubscriberIdentity() {}

    /** The same events, each handled with the identity of the thread that calls this. */
    static <T> Flux<T> keep(Publisher<T> events) {
        SecurityContext subscriber = SecurityContextHolder.createEmptyContext();
        subscriber.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        return Flux.from(events)
                .transform(Operators.<T, T>lift((_, downstream) -> new Identified<>(downstream, subscriber)));
    }

    private record Identified<T>(CoreSubscriber<? super T> downstream, SecurityContext subscriber)
            implements CoreSubscriber<T> {

        @Override
        public void onNext(T event) {
            SecurityContext publisher = SecurityContextHolder.getContext();
            SecurityContextHolder.setContext(subscriber);
            try {
                downstream.onNext(event);
            } finally {
                if (publisher.getAuthentication() == null) {
                    SecurityContextHolder.clearContext();
                } else {
                    SecurityContextHolder.setContext(publisher);
                }
            }
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            downstream.onSubscribe(subscription);
        }

        @Override
        public void onError(Throwable failure) {
            downstream.onError(failure);
        }

        @Override
        public void onComplete() {
            downstream.onComplete();
        }

        @Override
        public Context currentContext() {
            return downstream.currentContext();
        }
    }
}
