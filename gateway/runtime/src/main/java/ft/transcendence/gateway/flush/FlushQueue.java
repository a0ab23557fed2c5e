package ft.transcendence.gateway.flush;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;

/** The connections of one event loop that have something to send. Used on that loop only. */
final class FlushQueue {
    /** More do not wait for each other: it saves little more, and the first one would be late. */
    static final int MOST = 16;

    private static final FastThreadLocal<FlushQueue> QUEUES = new FastThreadLocal<>() {
        @Override
        protected FlushQueue initialValue() {
            return new FlushQueue();
        }
    };

    private final Deque<DeferredFlush> waiting = new ArrayDeque<>(MOST);
    private boolean scheduled;

    static FlushQueue ofCurrentLoop() {
        return QUEUES.get();
    }

    /** Flushes the connection when the loop has handled the events of this turn, or when enough others wait as well. */
    void add(DeferredFlush flush, EventExecutor loop) {
        waiting.add(flush);
        if (waiting.size() >= MOST) {
            flushAll();
        } else if (!scheduled) {
            schedule(loop);
        }
    }

    private void schedule(EventExecutor loop) {
        scheduled = true;
        try {
            // tasks run after the events of a turn
            loop.execute(this::endOfTurn);
        } catch (RejectedExecutionException stopped) {
            endOfTurn();
        }
    }

    private void endOfTurn() {
        scheduled = false;
        flushAll();
    }

    /** Flushing completes responses, so that more may be added meanwhile. */
    private void flushAll() {
        for (DeferredFlush next = waiting.poll(); next != null; next = waiting.poll()) {
            next.flush();
        }
    }
}
