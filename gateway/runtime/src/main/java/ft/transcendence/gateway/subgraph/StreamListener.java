package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.StreamEndedException;
import ft.transcendence.federation.SubgraphResponse;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

/**
 * One client of a shared stream. Events queue for it up to a size. A client that falls further behind gets an error and loses the
 * stream: it would either hold unbounded memory or miss events without knowing.
 */
final class StreamListener implements Subscription {
    private static final StreamEndedException TOO_SLOW = new StreamEndedException(
            "SLOW_CONSUMER", "Events arrived faster than the client read them; open the stream again");

    private final Subscriber<? super SubgraphResponse> client;
    private final long maxWaiting;
    private final Queue<SubgraphResponse> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger delivering = new AtomicInteger();
    private volatile Runnable onLeave = () -> {};
    private volatile @Nullable Throwable failure;
    private volatile boolean started;
    private volatile boolean ended;
    private volatile boolean closed;

    StreamListener(Subscriber<? super SubgraphResponse> client, long maxWaiting) {
        this.client = client;
        this.maxWaiting = maxWaiting;
    }

    /** @param onLeave called at least once when the client stops listening */
    void start(Runnable onLeave) {
        this.onLeave = onLeave;
        client.onSubscribe(this);
        started = true;
        deliver();
    }

    /** Queues an event; {@link #deliver} delivers it. */
    void offer(SubgraphResponse event) {
        if (ended) {
            return;
        }
        long before = weight.getAndAdd(event.body().length);
        // a single event may be as large as any response
        if (before > 0 && before + event.body().length > maxWaiting) {
            failure = TOO_SLOW;
            ended = true;
        } else {
            waiting.add(event);
        }
    }

    /** Ends the stream for this client. */
    void end(@Nullable Throwable why) {
        if (!ended) {
            failure = why;
            ended = true;
        }
        deliver();
    }

    /** Delivers queued events as far as the client has demanded them, one thread at a time. */
    void deliver() {
        if (delivering.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            deliverQueued();
            missed = delivering.addAndGet(-missed);
        }
    }

    private void deliverQueued() {
        if (!started) {
            return;
        }
        boolean last = ended;
        while (!closed && demand.get() > 0) {
            SubgraphResponse event = waiting.poll();
            if (event == null) {
                break;
            }
            weight.addAndGet(-event.body().length);
            if (demand.get() != Long.MAX_VALUE) {
                demand.decrementAndGet();
            }
            client.onNext(event);
        }
        if (last && !closed && (waiting.isEmpty() || failure == TOO_SLOW)) {
            closed = true;
            waiting.clear();
            onLeave.run();
            Throwable why = failure;
            if (why == null) {
                client.onComplete();
            } else {
                client.onError(why);
            }
        }
    }

    @Override
    public void request(long count) {
        Operators.validate(count);
        demand.updateAndGet(before -> Operators.addCap(before, count));
        deliver();
    }

    @Override
    public void cancel() {
        closed = true;
        waiting.clear();
        onLeave.run();
    }
}
