package ft.transcendence.matches.matchmaking;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how long players wait and how far apart opponents are, for simulated players who join at random times, and the CPU
 * time of one turn with many waiting players. Run it with:
 *
 * <pre>./mvnw -q -pl matches-subgraph -am test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=ft.transcendence.matches.matchmaking.QueueSimulation</pre>
 */
final class QueueSimulation {

    private static final Duration SIMULATED = Duration.ofHours(4);
    private static final Duration WARM_UP = Duration.ofMinutes(10);
    private static final int TURNS = 2_000;
    private static final int CROWD = 1_000;

    private QueueSimulation() {}

    /** A player who was served. */
    private record Served(Duration waited, double distance) {}

    public static void main(String[] arguments) {
        System.out.printf("| joins | median wait | 99%% wait | up to 5 s | 5 to 30 s | over 30 s |%n");
        System.out.printf("| --- | --- | --- | --- | --- | --- |%n");
        for (double perSecond : new double[] {50, 5, 1, 0.2, 0.05}) {
            print(perSecond, simulate(new Random(42), perSecond));
        }
        System.out.printf(
                Locale.ROOT,
                "%nCPU time of a turn with %d players: %.2f ms if they can play each other, %.2f ms if nobody can%n",
                CROWD,
                millisOfATurn(new Queues(42).singles(CROWD)),
                millisOfATurn(farApart()));
    }

    /** Players with ratings as in a real population join at random times; matches are made every second. */
    private static List<Served> simulate(Random random, double perSecond) {
        List<Served> served = new ArrayList<>();
        List<Candidate> waiting = new ArrayList<>();
        Instant end = Queues.NOW.plus(SIMULATED);
        double nextSecond = 0;
        long number = 0;
        for (Instant now = Queues.NOW; now.isBefore(end); now = now.plusSeconds(1)) {
            double elapsed = Duration.between(Queues.NOW, now).toMillis() / 1e3;
            for (; nextSecond < elapsed; nextSecond -= Math.log(1 - random.nextDouble()) / perSecond) {
                waiting.add(newcomer(random, number++, Queues.NOW.plusMillis((long) (1e3 * nextSecond))));
            }
            List<Pairing> pairings = Duels.of(waiting, Queues.fairness(Queues.KnownPairs.NONE, now));
            Set<UUID> gone = pairings.stream()
                    .flatMap(QueueSimulation::tickets)
                    .map(Candidate::ticket)
                    .collect(Collectors.toSet());
            if (now.isAfter(Queues.NOW.plus(WARM_UP))) {
                for (Pairing pairing : pairings) {
                    for (Candidate candidate : tickets(pairing).toList()) {
                        served.add(new Served(candidate.waited(now), pairing.distance()));
                    }
                }
            }
            waiting.removeIf(candidate -> gone.contains(candidate.ticket()));
        }
        return served;
    }

    private static Stream<Candidate> tickets(Pairing pairing) {
        return Stream.concat(pairing.teamOne().stream(), pairing.teamTwo().stream());
    }

    private static Candidate newcomer(Random random, long number, Instant joinedAt) {
        return new Candidate(
                new UUID(1, number),
                List.of(new UUID(2, number)),
                1500 + 300 * random.nextGaussian(),
                45 + random.nextInt(100),
                joinedAt);
    }

    private static void print(double perSecond, List<Served> served) {
        List<Duration> waits = served.stream().map(Served::waited).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s/s | %.1f s | %.1f s | %s | %s | %s |%n",
                perSecond,
                seconds(waits.get(waits.size() / 2)),
                seconds(waits.get(waits.size() * 99 / 100)),
                distance(served, waited -> waited.compareTo(Duration.ofSeconds(5)) <= 0),
                distance(
                        served,
                        waited -> waited.compareTo(Duration.ofSeconds(5)) > 0
                                && waited.compareTo(Duration.ofSeconds(30)) <= 0),
                distance(served, waited -> waited.compareTo(Duration.ofSeconds(30)) > 0));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** The median distance of the opponents of players who waited so long, and how many players these are. */
    private static String distance(List<Served> served, Predicate<Duration> wait) {
        List<Double> distances = served.stream()
                .filter(each -> wait.test(each.waited()))
                .map(Served::distance)
                .sorted()
                .toList();
        return distances.isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.0f (%.1f %%)",
                        distances.get(distances.size() / 2),
                        100.0 * distances.size() / served.size());
    }

    private static List<Candidate> farApart() {
        Queues queues = new Queues(42);
        return Stream.iterate(0, number -> number + 1)
                .limit(CROWD)
                .map(number -> queues.single(1000.0 * number, Duration.ofMinutes(1)))
                .toList();
    }

    private static double millisOfATurn(List<Candidate> waiting) {
        Fairness fairness = Queues.fairness(Queues.KnownPairs.NONE);
        int made = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            made += Duels.of(waiting, fairness).size();
        }
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int turn = 0; turn < TURNS; turn++) {
            made += Duels.of(waiting, fairness).size();
        }
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        return made < 0 ? Double.NaN : used / 1e6 / TURNS;
    }
}
