package ft.transcendence.platform.chaos;

import ft.transcendence.platform.chaos.League.Played;
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

/** Matches being played at all tables of a league, steadily, while a test does its harm. */
final class Season implements AutoCloseable {

    /** Of so many matches, one is taken back: a second event of the same key. */
    private static final int TAKEN_BACK = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final League league;
    private final Duration pace;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<Played>>> tables;
    private final Semaphore finished = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);

    Season(League league, Duration pace) {
        this.league = league;
        this.pace = pace;
        this.tables = IntStream.range(0, League.TABLES)
                .mapToObj(table -> threads.submit(() -> play(table)))
                .toList();
    }

    /** Waits until as many more matches are played as this pace allows in such a time. */
    void playOn(Duration time) throws InterruptedException {
        int matches = Math.toIntExact(League.TABLES * time.dividedBy(pace));
        if (!finished.tryAcquire(matches, PATIENCE.plus(time).toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("There were not " + matches + " more matches");
        }
    }

    /** Ends the season and returns what was played; fails when any table had to give up. */
    List<Played> end() {
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
            played.add(league.play(table, random));
            league.rename(table, random);
            if (played.size() % TAKEN_BACK == 0) {
                league.takeBack(played.getLast().matchId());
            }
            finished.release();
            rest = pace.minusNanos(System.nanoTime() - begin);
        }
        return played;
    }
}
