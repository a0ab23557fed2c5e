package ft.transcendence.platform.chaos;

import ft.transcendence.platform.chaos.GameServers.Played;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Matches that are played at all tables at a steady pace while a test injects faults. */
final class MatchTraffic implements AutoCloseable {

    /** One of this many matches is voided, which is a second event of the same key. */
    private static final int VOID_EVERY = 5;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final GameServers gameServers;
    private final Duration pace;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<Played>>> tables;
    private final Semaphore finished = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);

    MatchTraffic(GameServers gameServers, Duration pace) {
        this.gameServers = gameServers;
        this.pace = pace;
        this.tables = IntStream.range(0, GameServers.TABLES)
                .mapToObj(table -> threads.submit(() -> play(table)))
                .toList();
    }

    /** Waits until as many further matches have been played as the pace allows in this time. */
    void continueFor(Duration time) throws InterruptedException {
        int matches = Math.toIntExact(GameServers.TABLES * time.dividedBy(pace));
        if (!finished.tryAcquire(matches, TIMEOUT.plus(time).toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("Fewer than " + matches + " further matches were played");
        }
    }

    /** Stops the traffic and returns the matches; fails if any table gave up. */
    List<Played> stop() {
        over.countDown();
        List<Played> played = new ArrayList<>();
        for (Future<List<Played>> table : tables) {
            try {
                played.addAll(table.get());
            } catch (ExecutionException failure) {
                throw new AssertionError("A table gave up", failure.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return played;
    }

    @Override
    public void close() {
        over.countDown();
        threads.close();
    }

    private List<Played> play(int table) throws InterruptedException {
        Random random = new Random(table);
        List<Played> played = new ArrayList<>();
        Duration rest = Duration.ZERO;
        while (!over.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            long begin = System.nanoTime();
            played.add(gameServers.play(table, random));
            gameServers.rename(table, random);
            if (played.size() % VOID_EVERY == 0) {
                gameServers.voidMatch(played.getLast().matchId());
            }
            finished.release();
            rest = pace.minusNanos(System.nanoTime() - begin);
        }
        return played;
    }
}
