package ft.transcendence.federation;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work that takes too long for the thread of a request: each piece once, however many ask for it at the same time, on few threads, and
 * with a bound on what waits.
 */
final class PlanningPool {

    /** Parsers and planners are recursive, and the threads are few. */
    private static final long STACK_BYTES = 4L << 20;

    private static final int IDLE_SECONDS = 10;

    private final Executor executor;
    private final FairQueue<Work<?>> queue;
    private final long maxWaitNanos;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<Object, Work<?>> underWay = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Asker> working = new ThreadLocal<>();

    /**
     * A request that needs work done, in one or several steps.
     *
     * @param source on whose account; null if that is not known
     * @param answer what the request waits for; when it is complete, the request no longer needs the work
     */
    record Asker(@Nullable String source, CompletableFuture<?> answer) {}

    private static final class Work<V> {
        final Object key;
        final Asker leader;
        final Supplier<V> task;
        final CompletableFuture<V> result = new CompletableFuture<>();
        final List<Asker> askers = new CopyOnWriteArrayList<>();
        final long queuedAt;

        Work(Object key, Asker leader, Supplier<V> task, long queuedAt) {
            this.key = key;
            this.leader = leader;
            this.task = task;
            this.queuedAt = queuedAt;
        }

        boolean isAbandoned() {
            return askers.stream().allMatch(asker -> asker.answer().isDone());
        }
    }

    /**
     * @param executor runs the work; null for threads of its own, which end when there is nothing to do
     * @param nanoTime the clock
     */
    PlanningPool(PlanningSettings settings, @Nullable Executor executor, LongSupplier nanoTime) {
        this.executor = executor == null ? threads(settings.threads()) : executor;
        this.queue = new FairQueue<>(settings.maxWaiting(), settings.maxWaitingPerSource());
        this.maxWaitNanos = settings.maxWait().toNanos();
        this.nanoTime = nanoTime;
    }

    private static Executor threads(int count) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "planning-" + number.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * The result of a piece of work. A step that follows from one this asker had done comes at once, on the same thread.
     *
     * @param key equal for equal work
     * @param task may throw a {@link RequestRefusedException}
     */
    @SuppressWarnings("unchecked") // equal keys have results of one type
    <V> CompletableFuture<V> once(Object key, Asker asker, Supplier<V> task) {
        Work<V> mine = new Work<>(key, asker, task, nanoTime.getAsLong());
        Work<?> running = underWay.compute(key, (ignored, known) -> {
            Work<?> joined = known == null ? mine : known;
            joined.askers.add(asker);
            return joined;
        });
        if (running != mine) {
            return (CompletableFuture<V>) running.result;
        }
        if (working.get() == asker) {
            run(mine);
        } else if (queue.offer(asker.source(), mine)) {
            executor.execute(this::next);
        } else {
            end(mine, overloaded());
        }
        return mine.result;
    }

    private void next() {
        Work<?> work = queue.poll();
        if (work == null) {
            return;
        }
        if (nanoTime.getAsLong() - work.queuedAt > maxWaitNanos) {
            end(work, overloaded());
        } else if (underWay.computeIfPresent(work.key, (key, known) -> known.isAbandoned() ? null : known) == null) {
            end(work, new CancellationException("Nobody waits for it"));
        } else {
            run(work);
        }
    }

    private <V> void run(Work<V> work) {
        Asker before = working.get();
        working.set(work.leader);
        try {
            V result = work.task.get();
            underWay.remove(work.key, work);
            work.result.complete(result);
        } catch (RuntimeException | Error problem) {
            end(work, problem);
        } finally {
            if (before == null) {
                working.remove();
            } else {
                working.set(before);
            }
        }
    }

    private void end(Work<?> work, Throwable problem) {
        underWay.remove(work.key, work);
        work.result.completeExceptionally(problem);
    }

    private static RequestRefusedException overloaded() {
        return RequestRefusedException.overloaded(
                "Too many new operations are being planned; try again in a moment.", "PLANNING_OVERLOADED");
    }

    /** How much waits. */
    int waiting() {
        return queue.size();
    }
}
