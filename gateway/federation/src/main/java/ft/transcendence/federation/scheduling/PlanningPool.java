package ft.transcendence.federation.scheduling;

import ft.transcendence.federation.PlanningSettings;
import ft.transcendence.federation.error.RequestRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that takes too long for the thread of a request, on a few threads. Requests that need the same work at the same time share it. The
 * number of waiting requests and their waiting time are limited.
 *
 * <p>A requester that joins work that others wait for adds its own turn in the queue, and only its own limits apply to it: it is neither refused
 * nor abandoned when another requester is. The pool does not need to be closed, as its threads are daemons that end when they are idle.
 */
public final class PlanningPool {

    /** Large, because parser and planner are recursive; affordable, because there are few threads. */
    private static final long STACK_BYTES = 4L << 20;

    private static final int IDLE_SECONDS = 10;

    /** Runs a task after a delay, without delaying other tasks. */
    @FunctionalInterface
    interface Timer {
        void after(long nanos, Runnable task);
    }

    /**
     * A request that needs work in one or several steps.
     *
     * @param source whose turn the work takes; null if it is unknown
     * @param result what the request waits for; once it is complete, the request no longer needs the work
     */
    public record Requester(@Nullable String source, CompletableFuture<?> result) {}

    private final Executor threads;
    private final int maxThreads;
    private final long maxWaitNanos;
    private final LongSupplier nanoTime;
    private final Timer timer;
    private final ThreadLocal<@Nullable Requester> working = new ThreadLocal<>();

    // Guarded by this.
    private final FairQueue<Work<?>> queue;
    private final Map<Object, Work<?>> unfinished = new HashMap<>();
    /** Those who wait for work to begin, the longest waiting first. */
    private final Set<Waiter<?>> waiting = new LinkedHashSet<>();

    private int busyThreads;
    private boolean isTimerSet;

    /** One piece of work, until it has a result. */
    private static final class Work<V> {
        final Object key;
        final Supplier<V> task;
        /** In order of arrival. */
        final Set<Waiter<V>> waiters = new LinkedHashSet<>();
        /** The sources in whose queues it is. */
        final Set<@Nullable String> turns = new HashSet<>();

        boolean hasBegun;

        Work(Object key, Supplier<V> task) {
            this.key = key;
            this.task = task;
        }
    }

    private static final class Waiter<V> {
        final Requester requester;
        final Work<V> work;
        final long since;
        final CompletableFuture<V> result = new CompletableFuture<>();

        Waiter(Requester requester, Work<V> work, long since) {
            this.requester = requester;
            this.work = work;
            this.since = since;
        }
    }

    /**
     * @param threads runs the work, as many pieces at a time as the settings allow
     * @param nanoTime the clock
     * @param timer ends waits by that clock
     */
    PlanningPool(PlanningSettings settings, Executor threads, LongSupplier nanoTime, Timer timer) {
        this.threads = threads;
        this.maxThreads = settings.threads();
        this.queue = new FairQueue<>(settings.maxWaiting(), settings.maxWaitingPerSource());
        this.maxWaitNanos = settings.maxWait().toNanos();
        this.nanoTime = nanoTime;
        this.timer = timer;
    }

    /** A pool that starts threads when there is work. */
    public static PlanningPool onOwnThreads(PlanningSettings settings, LongSupplier nanoTime) {
        AtomicInteger number = new AtomicInteger();
        // the pool never needs more threads than the settings allow, except while one ends and the next one begins
        Executor threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "planning-" + number.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        return new PlanningPool(settings, threads, nanoTime, (nanos, task) -> CompletableFuture.delayedExecutor(
                        nanos, TimeUnit.NANOSECONDS, Runnable::run)
                .execute(task));
    }

    /** A pool that runs all work at once, on the thread of the first requester. */
    public static PlanningPool onCallingThread(LongSupplier nanoTime) {
        PlanningSettings unlimited =
                new PlanningSettings(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofDays(1));
        return new PlanningPool(unlimited, Runnable::run, nanoTime, (nanos, task) -> {});
    }

    /**
     * The result of a piece of work. If it is the next step of a requester whose previous step has just finished, it runs at once on that thread.
     *
     * @param key equal for equal work
     * @param task may throw a {@link RequestRefusedException}
     * @return completes on a planning thread, so dependent stages must be short; does not complete once the requester's result is complete
     */
    public <V> CompletableFuture<V> once(Object key, Requester requester, Supplier<V> task) {
        boolean isNextStep = working.get() == requester;
        Waiter<V> waiter;
        boolean runsHere;
        boolean needsThread = false;
        synchronized (this) {
            Work<V> work = unfinished(key, task);
            waiter = new Waiter<>(requester, work, nanoTime.getAsLong());
            runsHere = isNextStep && !work.hasBegun;
            if (!runsHere && !work.hasBegun && !enqueue(work, requester.source())) {
                return CompletableFuture.failedFuture(overloaded());
            }
            unfinished.put(key, work);
            work.waiters.add(waiter);
            if (runsHere) {
                begin(work);
            } else if (!work.hasBegun) {
                waiting.add(waiter);
                setTimer();
                needsThread = busyThreads < maxThreads;
                busyThreads += needsThread ? 1 : 0;
            }
        }
        if (runsHere) {
            run(waiter.work);
        } else {
            requester.result().whenComplete((result, problem) -> leave(waiter));
            if (needsThread) {
                startThread();
            }
        }
        return waiter.result;
    }

    @SuppressWarnings("unchecked") // equal keys have results of one type
    private <V> Work<V> unfinished(Object key, Supplier<V> task) {
        Work<?> known = unfinished.get(key);
        return known == null ? new Work<>(key, task) : (Work<V>) known;
    }

    /** Adds a turn of the requester's source to the work. If there is no room for it, the work depends on the turns of others. */
    private boolean enqueue(Work<?> work, @Nullable String source) {
        if (!work.turns.contains(source) && queue.offer(source, work)) {
            work.turns.add(source);
        }
        return !work.turns.isEmpty();
    }

    private void startThread() {
        try {
            threads.execute(this::workOff);
        } catch (RuntimeException | Error refused) {
            List<Waiter<?>> stranded;
            synchronized (this) {
                busyThreads--;
                stranded = busyThreads > 0 ? List.of() : List.copyOf(waiting);
                stranded.forEach(this::remove);
            }
            stranded.forEach(waiter -> waiter.result.completeExceptionally(refused));
        }
    }

    private void workOff() {
        for (Work<?> work = next(); work != null; work = next()) {
            run(work);
        }
    }

    private synchronized @Nullable Work<?> next() {
        Work<?> work = queue.poll();
        if (work == null) {
            busyThreads--;
        } else {
            begin(work);
        }
        return work;
    }

    private void begin(Work<?> work) {
        work.hasBegun = true;
        waiting.removeAll((Collection<?>) work.waiters);
        withdraw(work);
    }

    private void withdraw(Work<?> work) {
        work.turns.forEach(source -> queue.remove(source, work));
        work.turns.clear();
    }

    private <V> void run(Work<V> work) {
        Consumer<CompletableFuture<V>> outcome;
        try {
            V result = work.task.get();
            outcome = waiter -> waiter.complete(result);
        } catch (Throwable problem) { // everything, or the waiters would never be notified
            outcome = waiter -> waiter.completeExceptionally(problem);
        }
        List<Waiter<V>> waiters = end(work);
        Requester before = working.get();
        for (Waiter<V> waiter : waiters) {
            // only the first requester may go on with its next step in this turn
            setWorking(waiter == waiters.getFirst() ? waiter.requester : null);
            outcome.accept(waiter.result);
        }
        setWorking(before);
    }

    private void setWorking(@Nullable Requester requester) {
        if (requester == null) {
            working.remove();
        } else {
            working.set(requester);
        }
    }

    private synchronized <V> List<Waiter<V>> end(Work<V> work) {
        unfinished.remove(work.key, work);
        List<Waiter<V>> waiters = new ArrayList<>(work.waiters);
        work.waiters.clear();
        return waiters;
    }

    /** Called when the requester no longer needs the work. Work that nobody needs is not begun. */
    private synchronized void leave(Waiter<?> waiter) {
        remove(waiter);
    }

    private void remove(Waiter<?> waiter) {
        waiting.remove(waiter);
        Work<?> work = waiter.work;
        if (work.waiters.remove(waiter) && work.waiters.isEmpty() && !work.hasBegun) {
            withdraw(work);
            unfinished.remove(work.key, work);
        }
    }

    // ---- the limit on waiting

    /** One timer serves all waiters: since all may wait equally long, the first one is refused first. */
    private void setTimer() {
        if (!isTimerSet && !waiting.isEmpty()) {
            isTimerSet = true;
            long waited = nanoTime.getAsLong() - waiting.iterator().next().since;
            timer.after(Math.max(1, maxWaitNanos - waited), this::refuseLate);
        }
    }

    private void refuseLate() {
        List<Waiter<?>> late = new ArrayList<>();
        synchronized (this) {
            isTimerSet = false;
            long now = nanoTime.getAsLong();
            Iterator<Waiter<?>> longest = waiting.iterator();
            while (longest.hasNext()) {
                Waiter<?> waiter = longest.next();
                if (now - waiter.since < maxWaitNanos) {
                    break;
                }
                late.add(waiter);
            }
            late.forEach(this::remove);
            setTimer();
        }
        late.forEach(waiter -> waiter.result.completeExceptionally(overloaded()));
    }

    private static RequestRefusedException overloaded() {
        return RequestRefusedException.overloaded(
                "Too many new operations are being planned; try again in a moment.", "PLANNING_OVERLOADED");
    }

    /** How many requests wait for work to begin. */
    public synchronized int waiting() {
        return waiting.size();
    }
}
