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
 * Runs what is left to do when time is up. Nearly every deadline is called off long before, and a timer of its own for each execution
 * costs more than a small answer: waking a thread, and an exception with its stack trace for calling off. So all share a wheel of
 * slots, one per tick, and beginning and calling off is a link in a list
 * (<a href="https://doi.org/10.1145/41457.37504">Varghese and Lauck, Hashed and hierarchical timing wheels, 1987</a>). A deadline is
 * met up to one tick late, never early. The wheel turns only while something is on it.
 */
final class Deadlines {

    static final Duration TICK = Duration.ofMillis(20);

    private static final int SLOTS = 512;
    private static final Deadlines SHARED =
            new Deadlines(System::nanoTime, CompletableFuture.delayedExecutor(TICK.toMillis(), TimeUnit.MILLISECONDS));

    private final LongSupplier clock;
    private final Executor nextTick;
    private final long start;
    private final @Nullable Deadline[] slots = new @Nullable Deadline[SLOTS];
    private long turned;
    private int size;
    private boolean turning;

    /**
     * @param clock in nanoseconds, never going back
     * @param nextTick runs its task one tick later
     */
    Deadlines(LongSupplier clock, Executor nextTick) {
        this.clock = clock;
        this.nextTick = nextTick;
        this.start = clock.getAsLong();
    }

    /** The wheel of all engines in this process. */
    static Deadlines shared() {
        return SHARED;
    }

    /** Runs the task after the delay, on a thread it must not hold up, unless the deadline is called off before. */
    Deadline after(Duration delay, Runnable task) {
        long tick = TICK.toNanos();
        long due = Math.ceilDiv(clock.getAsLong() - start + Math.max(0, delay.toNanos()), tick);
        boolean standing;
        Deadline deadline;
        synchronized (this) {
            standing = !turning;
            if (standing) {
                turned = (clock.getAsLong() - start) / tick;
                turning = true;
            }
            deadline = new Deadline(Math.max(due, turned + 1), task);
            link(deadline);
        }
        if (standing) {
            nextTick.execute(this::turn);
        }
        return deadline;
    }

    private void turn() {
        List<Deadline> over;
        boolean more;
        synchronized (this) {
            over = takeDue((clock.getAsLong() - start) / TICK.toNanos());
            more = size > 0;
            turning = more;
        }
        if (more) {
            nextTick.execute(this::turn);
        }
        over.forEach(deadline -> deadline.task.run());
    }

    private List<Deadline> takeDue(long now) {
        List<Deadline> due = new ArrayList<>(0);
        long first = Math.max(turned + 1, now - SLOTS + 1);
        for (long tick = first; tick <= now; tick++) {
            Deadline next = slots[slotOf(tick)];
            while (next != null) {
                Deadline deadline = next;
                next = deadline.next;
                if (deadline.due <= now) {
                    unlink(deadline);
                    due.add(deadline);
                }
            }
        }
        turned = Math.max(turned, now);
        return due;
    }

    private void link(Deadline deadline) {
        int slot = slotOf(deadline.due);
        Deadline head = slots[slot];
        deadline.next = head;
        if (head != null) {
            head.previous = deadline;
        }
        slots[slot] = deadline;
        deadline.linked = true;
        size++;
    }

    private void unlink(Deadline deadline) {
        if (!deadline.linked) {
            return;
        }
        if (deadline.previous == null) {
            slots[slotOf(deadline.due)] = deadline.next;
        } else {
            deadline.previous.next = deadline.next;
        }
        if (deadline.next != null) {
            deadline.next.previous = deadline.previous;
        }
        deadline.linked = false;
        size--;
    }

    private static int slotOf(long tick) {
        return (int) (tick & (SLOTS - 1));
    }

    /** How many deadlines are neither over nor called off. */
    synchronized int size() {
        return size;
    }

    /** One task and when it is due. */
    final class Deadline {

        private final long due;
        private final Runnable task;
        private @Nullable Deadline previous;
        private @Nullable Deadline next;
        private boolean linked;

        private Deadline(long due, Runnable task) {
            this.due = due;
            this.task = task;
        }

        /** The task will not run any more, unless it is running already. */
        void callOff() {
            synchronized (Deadlines.this) {
                unlink(this);
            }
        }
    }
}
