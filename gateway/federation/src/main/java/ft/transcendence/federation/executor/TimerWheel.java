package ft.transcendence.federation.executor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A hashed timer wheel that runs tasks when their timeouts expire. Nearly all timeouts are cancelled long before. A timer for each execution
 * would cost more than a small response does: it wakes a thread, and cancelling it creates an exception with its stack trace. In a wheel of
 * slots, one per tick, scheduling and cancelling only changes a linked list
 * (<a href="https://doi.org/10.1145/41457.37504">Varghese and Lauck, Hashed and hierarchical timing wheels, 1987</a>). A task runs up to one
 * tick late and never early. The wheel turns only while there are timeouts.
 */
final class TimerWheel {

    static final Duration TICK = Duration.ofMillis(20);

    private static final int SLOTS = 512;
    private static final TimerWheel SHARED =
            new TimerWheel(System::nanoTime, CompletableFuture.delayedExecutor(TICK.toMillis(), TimeUnit.MILLISECONDS));

    private final LongSupplier clock;
    private final Executor nextTick;
    private final long start;
    private final @Nullable Timeout[] slots = new @Nullable Timeout[SLOTS];
    private long currentTick;
    private int size;
    private boolean running;

    /**
     * @param clock monotonic, in nanoseconds
     * @param nextTick runs a task one tick later
     */
    TimerWheel(LongSupplier clock, Executor nextTick) {
        this.clock = clock;
        this.nextTick = nextTick;
        this.start = clock.getAsLong();
    }

    /** The wheel that all engines of this process share. */
    static TimerWheel shared() {
        return SHARED;
    }

    /** Runs the task after the delay unless the timeout is cancelled before. The task must not block. */
    Timeout schedule(Duration delay, Runnable task) {
        long tick = TICK.toNanos();
        long dueTick = Math.ceilDiv(clock.getAsLong() - start + Math.max(0, delay.toNanos()), tick);
        boolean idle;
        Timeout timeout;
        synchronized (this) {
            idle = !running;
            if (idle) {
                currentTick = (clock.getAsLong() - start) / tick;
                running = true;
            }
            timeout = new Timeout(Math.max(dueTick, currentTick + 1), task);
            link(timeout);
        }
        if (idle) {
            nextTick.execute(this::tick);
        }
        return timeout;
    }

    private void tick() {
        List<Timeout> expired;
        boolean more;
        synchronized (this) {
            expired = takeExpired((clock.getAsLong() - start) / TICK.toNanos());
            more = size > 0;
            running = more;
        }
        if (more) {
            nextTick.execute(this::tick);
        }
        expired.forEach(timeout -> timeout.task.run());
    }

    private List<Timeout> takeExpired(long now) {
        List<Timeout> expired = new ArrayList<>(0);
        long first = Math.max(currentTick + 1, now - SLOTS + 1);
        for (long tick = first; tick <= now; tick++) {
            Timeout next = slots[slotOf(tick)];
            while (next != null) {
                Timeout timeout = next;
                next = timeout.next;
                if (timeout.dueTick <= now) {
                    unlink(timeout);
                    expired.add(timeout);
                }
            }
        }
        currentTick = Math.max(currentTick, now);
        return expired;
    }

    private void link(Timeout timeout) {
        int slot = slotOf(timeout.dueTick);
        Timeout head = slots[slot];
        timeout.next = head;
        if (head != null) {
            head.previous = timeout;
        }
        slots[slot] = timeout;
        timeout.scheduled = true;
        size++;
    }

    private void unlink(Timeout timeout) {
        if (!timeout.scheduled) {
            return;
        }
        if (timeout.previous == null) {
            slots[slotOf(timeout.dueTick)] = timeout.next;
        } else {
            timeout.previous.next = timeout.next;
        }
        if (timeout.next != null) {
            timeout.next.previous = timeout.previous;
        }
        timeout.scheduled = false;
        size--;
    }

    private static int slotOf(long tick) {
        return (int) (tick & (SLOTS - 1));
    }

    /** How many timeouts are neither expired nor cancelled. */
    synchronized int size() {
        return size;
    }

    /** A scheduled task. */
    final class Timeout {

        private final long dueTick;
        private final Runnable task;
        private @Nullable Timeout previous;
        private @Nullable Timeout next;
        private boolean scheduled;

        private Timeout(long dueTick, Runnable task) {
            this.dueTick = dueTick;
            this.task = task;
        }

        /** Prevents the task from running, unless it runs already. */
        void cancel() {
            synchronized (TimerWheel.this) {
                unlink(this);
            }
        }
    }
}
