package ft.transcendence.matches.matchmaking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Random queues for tests. */
final class Queues {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final RatingWindow WINDOW = new RatingWindow(50, 25, 0.5, 800);
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random;
    private int tickets;

    Queues(long seed) {
        random = new Random(seed);
    }

    /** Pairs of players who blocked each other or met again and again. */
    record KnownPairs(Set<Set<UUID>> blocks, Set<Set<UUID>> repetitions) implements Encounters {

        static final KnownPairs NONE = new KnownPairs(Set.of(), Set.of());

        @Override
        public boolean blocked(UUID one, UUID other) {
            return blocks.contains(Set.of(one, other));
        }

        @Override
        public boolean repeated(UUID one, UUID other) {
            return repetitions.contains(Set.of(one, other));
        }
    }

    static Fairness fairness(Encounters encounters) {
        return fairness(encounters, NOW);
    }

    static Fairness fairness(Encounters encounters, Instant now) {
        return new Fairness(WINDOW, PATIENCE, encounters, now);
    }

    Candidate single(double strength, Duration waited) {
        return single(strength, 60, waited);
    }

    Candidate single(double strength, double deviation, Duration waited) {
        int number = tickets++;
        return new Candidate(new UUID(1, number), List.of(new UUID(2, number)), strength, deviation, NOW.minus(waited));
    }

    Candidate pair(double strength, Duration waited) {
        int number = tickets++;
        return new Candidate(
                new UUID(1, number),
                List.of(new UUID(2, number), new UUID(3, number)),
                strength,
                60,
                NOW.minus(waited));
    }

    /** Singles with ratings as in a real population, who have waited up to three minutes. */
    List<Candidate> singles(int count) {
        return Stream.generate(() -> single(
                        1500 + 300 * random.nextGaussian(),
                        45 + random.nextInt(300),
                        Duration.ofMillis(random.nextInt(180_000))))
                .limit(count)
                .toList();
    }

    /** Singles and pairs, one pair for three singles. */
    List<Candidate> mixed(int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            double strength = 1500 + 300 * random.nextGaussian();
            Duration waited = Duration.ofMillis(random.nextInt(180_000));
            candidates.add(random.nextInt(4) == 0 ? pair(strength, waited) : single(strength, waited));
        }
        return candidates;
    }

    /** A share of all pairs of players, 0 to 1, is blocked, and as many have met again and again. */
    KnownPairs encounters(List<Candidate> candidates, double share) {
        List<UUID> players = candidates.stream()
                .flatMap(candidate -> candidate.players().stream())
                .toList();
        Set<Set<UUID>> blocks = new HashSet<>();
        Set<Set<UUID>> repetitions = new HashSet<>();
        for (int one = 0; one < players.size(); one++) {
            for (int other = one + 1; other < players.size(); other++) {
                Set<UUID> pair = Set.of(players.get(one), players.get(other));
                if (random.nextDouble() < share && !areTeam(candidates, pair)) {
                    blocks.add(pair);
                }
                if (random.nextDouble() < share) {
                    repetitions.add(pair);
                }
            }
        }
        return new KnownPairs(blocks, repetitions);
    }

    private static boolean areTeam(List<Candidate> candidates, Set<UUID> pair) {
        return candidates.stream().anyMatch(candidate -> candidate.players().containsAll(pair));
    }
}
