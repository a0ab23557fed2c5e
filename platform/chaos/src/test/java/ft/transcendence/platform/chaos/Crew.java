package ft.transcendence.platform.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Actors at work, each on a thread of its own. */
final class Crew implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Future<Void>> working;

    Crew(List<Runnable> actors) {
        this.working =
                actors.stream().map(actor -> threads.submit(repeating(actor))).toList();
    }

    /** Fails if an actor gave up. */
    void check() {
        working.stream().filter(Future::isDone).forEach(Crew::join);
    }

    /** Lets all actors finish their step; fails if one gave up. */
    void stop() {
        over.countDown();
        working.forEach(Crew::join);
    }

    @Override
    public void close() {
        over.countDown();
        threads.close();
    }

    private Callable<Void> repeating(Runnable actor) {
        return () -> {
            while (!over.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
                actor.run();
            }
            return null;
        };
    }

    private static void join(Future<Void> work) {
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("An actor gave up", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
