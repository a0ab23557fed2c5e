package ft.transcendence.platform.chaos;

import ft.transcendence.platform.chaos.League.Played;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Matches being played at all tables of a league, steadily, while a test does its harm. */
final class Season implements AutoCloseable {

    /** Of so many matches, one is taken back: a second event of the same key. */
    private static final int TAKEN_BACK = 5;

    private final League league;
    private final Duration pace;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<Played>>> tables;
    private volatile boolean over;

    Season(League league, Duration pace) {
        this.league = league;
        this.pace = pace;
        this.tables = IntStream.range(0, League.TABLES)
                .mapToObj(table -> threads.submit(() -> play(table)))
                .toList();
    }

    /** Ends the season and returns what was played; fails when any table had to give up. */
    List<Played> end() {
        over = true;
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
        over = true;
        threads.close();
    }

    private List<Played> play(int table) {
        Random random = new Random(table);
        List<Played> played = new ArrayList<>();
        while (!over) {
            long begin = System.nanoTime();
            played.add(league.play(table, random));
            league.rename(table, random);
            if (played.size() % TAKEN_BACK == 0) {
                league.takeBack(played.getLast().matchId());
            }
            Duration rest = pace.minusNanos(System.nanoTime() - begin);
            if (rest.isPositive()) {
                League.pause(rest);
            }
        }
        return played;
    }
}
