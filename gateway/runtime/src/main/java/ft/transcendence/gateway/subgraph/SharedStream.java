package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * One stream of a subgraph with its listeners. It runs at the subgraph's pace, so a slow listener does not delay the others. It
 * ends with its last listener.
 */
final class SharedStream extends BaseSubscriber<SubgraphResponse> {
    private final LateJoin lateJoin;
    private final Consumer<SharedStream> onEnd;
    private final List<StreamListener> listeners = new ArrayList<>(2);
    /** The first event for a new listener; null when there is none. */
    private @Nullable SubgraphResponse last;

    private boolean ended;

    /** @param onEnd called at the end, after which the stream accepts no more listeners */
    SharedStream(LateJoin lateJoin, Consumer<SharedStream> onEnd) {
        this.lateJoin = lateJoin;
        this.onEnd = onEnd;
    }

    /** Adds a listener; false when the stream has ended. */
    boolean add(StreamListener listener) {
        synchronized (this) {
            if (ended) {
                return false;
            }
            listeners.add(listener);
            if (last != null) {
                listener.offer(last);
            }
        }
        listener.start(() -> remove(listener));
        return true;
    }

    private void remove(StreamListener listener) {
        boolean abandoned;
        synchronized (this) {
            listeners.remove(listener);
            abandoned = listeners.isEmpty() && !ended;
            ended |= abandoned;
        }
        if (abandoned) {
            onEnd.accept(this);
            cancel();
        }
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    protected void hookOnNext(SubgraphResponse event) {
        List<StreamListener> hear;
        synchronized (this) {
            last = lateJoin == LateJoin.BEGINS_WITH_LAST_EVENT ? event : null;
            hear = List.copyOf(listeners);
            hear.forEach(listener -> listener.offer(event));
        }
        hear.forEach(StreamListener::deliver);
    }

    @Override
    protected void hookOnComplete() {
        end().forEach(listener -> listener.end(null));
    }

    @Override
    protected void hookOnError(Throwable failure) {
        end().forEach(listener -> listener.end(failure));
    }

    private List<StreamListener> end() {
        List<StreamListener> left;
        synchronized (this) {
            ended = true;
            left = List.copyOf(listeners);
        }
        onEnd.accept(this);
        return left;
    }
}
