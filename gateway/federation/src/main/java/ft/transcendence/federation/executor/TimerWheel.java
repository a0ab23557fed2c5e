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
 * Runs what is left to do when time is up. Nearly every timeout is called off long before, and a timer of its own for each execution
 * costs more than a small answer: waking a thread, and an exception with its stack trace for calling off. So all share a wheel of
 * slots, one per tick, and beginning and calling off is a link in a list
 * (<a href="https://doi.org/10.1145/41457.37504">Varghese and Lauck, Hashed and hierarchical timing wheels, 1987</a>). A timeout is
 * met up to one tick late, never early. The wheel turns only while something is on it.
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
     * @param clock in nanoseconds, never going back
     * @param nextTick runs its task one tick later
     */
    TimerWheel(LongSupplier clock, Executor nextTick) {
        this.clock = clock;
        this.nextTick = nextTick;
        this.start = clock.getAsLong();
    }

    /** The wheel of all engines in this process. */
    static TimerWheel shared() {
        return SHARED;
    }

    /** Runs the task after the delay, on a thread it must not hold up, unless the timeout is called off before. */
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

    /** How many timeouts are neither over nor called off. */
    synchronized int size() {
        return size;
    }

    /** One task and when it is due. */
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

        /** The task will not run any more, unless it is running already. */
        void cancel() {
            synchronized (TimerWheel.this) {
                unlink(this);
            }
        }
    }
}
