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
 * One client of a shared stream. Events wait for it up to a weight; a client that falls further behind is told so and loses the
 * stream, for it would either hold memory without bound or miss events without knowing.
 */
final class StreamListener implements Subscription {
    private static final StreamEndedException TOO_SLOW =
            new StreamEndedException("SLOW_CONSUMER", "Events came faster than they were read; open the stream again");

    private final Subscriber<? super SubgraphResponse> client;
    private final long maxWaiting;
    private final Queue<SubgraphResponse> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger delivering = new AtomicInteger();
    private volatile Runnable leave = () -> {};
    private volatile @Nullable Throwable problem;
    private volatile boolean started;
    private volatile boolean ended;
    private volatile boolean closed;

    StreamListener(Subscriber<? super SubgraphResponse> client, long maxWaiting) {
        this.client = client;
        this.maxWaiting = maxWaiting;
    }

    /** @param leave called once or more often when the client listens no longer */
    void start(Runnable leave) {
        this.leave = leave;
        client.onSubscribe(this);
        started = true;
        deliver();
    }

    /** Puts an event in line; {@link #deliver} hands it over. */
    void offer(SubgraphResponse event) {
        if (ended) {
            return;
        }
        long before = weight.getAndAdd(event.body().length);
        // an event by itself may be as large as any answer
        if (before > 0 && before + event.body().length > maxWaiting) {
            problem = TOO_SLOW;
            ended = true;
        } else {
            waiting.add(event);
        }
    }

    /** Nothing more will come. */
    void end(@Nullable Throwable why) {
        if (!ended) {
            problem = why;
            ended = true;
        }
        deliver();
    }

    /** Hands over what is in line as far as the client wants it; one thread at a time. */
    void deliver() {
        if (delivering.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        while (missed != 0) {
            handOver();
            missed = delivering.addAndGet(-missed);
        }
    }

    private void handOver() {
        if (!started) {
            return;
        }
        boolean last = ended;
        while (!closed && wanted.get() > 0) {
            SubgraphResponse event = waiting.poll();
            if (event == null) {
                break;
            }
            weight.addAndGet(-event.body().length);
            if (wanted.get() != Long.MAX_VALUE) {
                wanted.decrementAndGet();
            }
            client.onNext(event);
        }
        if (last && !closed && (waiting.isEmpty() || problem == TOO_SLOW)) {
            closed = true;
            waiting.clear();
            leave.run();
            Throwable why = problem;
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
        wanted.updateAndGet(before -> Operators.addCap(before, count));
        deliver();
    }

    @Override
    public void cancel() {
        closed = true;
        waiting.clear();
        leave.run();
    }
}
