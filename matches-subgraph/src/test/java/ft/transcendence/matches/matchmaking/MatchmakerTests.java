package ft.transcendence.matches.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.matchmaking.Queues.KnownPairs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatchmakerTests {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Queues queue = new Queues(0);

    @Test
    void pairsTheNearestFirst() {
        Candidate weak = queue.single(1400, AT_ONCE);
        Candidate middle = queue.single(1480, AT_ONCE);
        Candidate strong = queue.single(1500, AT_ONCE);

        assertThat(duels(weak, middle, strong)).containsExactly(duel(middle, strong));
    }

    @Test
    void letsAStrongPlayerWait() {
        assertThat(duels(queue.single(1500, AT_ONCE), queue.single(2100, Duration.ofSeconds(5))))
                .isEmpty();
    }

    @Test
    void widensTheWindowForTheLongestWaitAlone() {
        Candidate waiting = queue.single(2100, Duration.ofMinutes(8));
        Candidate newcomer = queue.single(1500, AT_ONCE);

        assertThat(duels(waiting, newcomer)).containsExactly(duel(newcomer, waiting));
    }

    @Test
    void servesWhoWaitedTooLongBeforeTheNearest() {
        Candidate overdue = queue.single(1600, Duration.ofMinutes(2));
        Candidate one = queue.single(1500, AT_ONCE);
        Candidate other = queue.single(1490, AT_ONCE);

        assertThat(duels(overdue, one, other)).containsExactly(duel(one, overdue));
    }

    @Test
    void allowsALargerDistanceForUncertainRatings() {
        assertThat(duels(queue.single(1500, 350, AT_ONCE), queue.single(1740, 60, AT_ONCE)))
                .isNotEmpty();
        assertThat(duels(queue.single(1500, 60, AT_ONCE), queue.single(1740, 60, AT_ONCE)))
                .isEmpty();
    }

    @Test
    void neverPairsBlockedPlayers() {
        Candidate one = queue.single(1500, Duration.ofHours(1));
        Candidate other = queue.single(1500, Duration.ofHours(1));

        assertThat(Duels.of(List.of(one, other), Queues.fairness(new KnownPairs(Set.of(both(one, other)), Set.of()))))
                .isEmpty();
    }

    @Nested
    class WhoMetAgainAndAgain {

        private final Candidate one = queue.single(1500, AT_ONCE);
        private final Candidate other = queue.single(1505, AT_ONCE);
        private final Candidate third = queue.single(1540, AT_ONCE);
        private final KnownPairs repeated = new KnownPairs(Set.of(), Set.of(both(one, other)));

        @Test
        void meetsSomebodyElse() {
            assertThat(Duels.of(List.of(one, other, third), Queues.fairness(repeated)))
                    .containsExactly(duel(other, third));
        }

        @Test
        void mayGoOnWhenNobodyElseWaits() {
            assertThat(Duels.of(List.of(one, other), Queues.fairness(repeated))).containsExactly(duel(one, other));
        }

        @Test
        void mayGoOnAfterAWait() {
            Candidate far = queue.single(3000, AT_ONCE);

            assertThat(Duels.of(List.of(one, other, far), Queues.fairness(repeated)))
                    .isEmpty();
            assertThat(Duels.of(List.of(one, other, far), Queues.fairness(repeated, Queues.NOW.plus(Queues.PATIENCE))))
                    .containsExactly(duel(one, other));
        }
    }

    @Test
    void keepsPairsTogetherAndDividesSinglesEvenly() {
        Candidate pair = queue.pair(1500, AT_ONCE);
        Candidate strong = queue.single(1520, AT_ONCE);
        Candidate weak = queue.single(1480, AT_ONCE);

        assertThat(Doubles.of(List.of(pair, strong, weak), Queues.fairness(KnownPairs.NONE)))
                .singleElement()
                .satisfies(pairing -> {
                    assertThat(pairing.distance()).isZero();
                    assertThat(pairing.teamOne()).containsExactly(pair);
                });
    }

    @Test
    void dividesFourSinglesSoThatTheTeamsDifferLeast() {
        List<Candidate> singles = List.of(
                queue.single(1500, Duration.ofSeconds(9)),
                queue.single(1510, AT_ONCE),
                queue.single(1540, AT_ONCE),
                queue.single(1550, AT_ONCE));

        assertThat(Doubles.of(singles, Queues.fairness(KnownPairs.NONE)))
                .singleElement()
                .satisfies(pairing -> assertThat(pairing.distance()).isZero());
    }

    @Property(tries = 60)
    void pairsThousandsOfPlayersFairly(@ForAll long seed, @ForAll @IntRange(max = 2_000) int players) {
        Queues random = new Queues(seed);
        List<Candidate> waiting = random.singles(players);

        checkEach(Duels.of(waiting, Queues.fairness(KnownPairs.NONE)), waiting, KnownPairs.NONE, MatchMode.ONE_VS_ONE);
    }

    /** Who may play each other does not both stay behind, whoever blocked whom. */
    @Property(tries = 300)
    void leavesNobodyWaitingWhoHasAFairOpponent(@ForAll long seed, @ForAll @IntRange(max = 60) int players) {
        Queues random = new Queues(seed);
        List<Candidate> waiting = random.singles(players);
        KnownPairs encounters = random.encounters(waiting, 0.3);
        Fairness fairness = Queues.fairness(encounters);

        List<Pairing> pairings = Duels.of(waiting, fairness);

        checkEach(pairings, waiting, encounters, MatchMode.ONE_VS_ONE);
        List<Candidate> left = left(waiting, pairings);
        for (Candidate one : left) {
            for (Candidate other : left) {
                assertThat(one != other
                                && fairness.near(one, other)
                                && !fairness.blocked(one, other)
                                && !fairness.repeated(one, other))
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void fillsTeamsOfTwo(@ForAll long seed, @ForAll @IntRange(max = 80) int candidates) {
        Queues random = new Queues(seed);
        List<Candidate> waiting = random.mixed(candidates);
        KnownPairs encounters = random.encounters(waiting, 0.05);

        checkEach(Doubles.of(waiting, Queues.fairness(encounters)), waiting, encounters, MatchMode.TWO_VS_TWO);
    }

    /** Four who are near enough do not all stay behind, whatever the ratings of the others are. */
    @Property(tries = 200)
    void leavesNoFourSinglesWaitingWhoAreNear(@ForAll long seed, @ForAll @IntRange(max = 40) int players) {
        List<Candidate> waiting = new Queues(seed).singles(players);
        Fairness fairness = Queues.fairness(KnownPairs.NONE);

        List<Candidate> left = left(waiting, Doubles.of(waiting, fairness));

        for (Candidate one : left) {
            assertThat(left.stream()
                            .filter(other -> one != other && fairness.near(one, other))
                            .count())
                    .isLessThan(3);
        }
    }

    @Property(tries = 100)
    void doesNotDependOnTheOrderOfCandidates(@ForAll long seed, @ForAll MatchMode mode) {
        Queues random = new Queues(seed);
        List<Candidate> waiting = mode == MatchMode.ONE_VS_ONE ? random.singles(50) : random.mixed(50);
        Fairness fairness = Queues.fairness(random.encounters(waiting, 0.1));
        List<Candidate> shuffled = new ArrayList<>(waiting);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Matchmaker.pair(mode, shuffled, fairness)).isEqualTo(Matchmaker.pair(mode, waiting, fairness));
    }

    /** Newcomers keep coming, all closer to each other than to the best player: who must not wait for ever. */
    @Property(tries = 50)
    void servesTheEdgeOfTheRatings(@ForAll long seed) {
        Queues random = new Queues(seed);
        Random arrivals = new Random(seed);
        Candidate best = random.single(2200, Duration.ZERO);
        List<Candidate> waiting = new ArrayList<>(List.of(best));
        Instant now = Queues.NOW;
        Instant bound = now.plus(Duration.ofMinutes(15));
        while (waiting.contains(best)) {
            assertThat(now).isBefore(bound);
            Instant moment = now;
            for (int newcomer = arrivals.nextInt(3); newcomer > 0; newcomer--) {
                Candidate single = random.single(1500 + 100 * arrivals.nextGaussian(), Duration.ZERO);
                waiting.add(new Candidate(single.ticket(), single.players(), single.strength(), 60, moment));
            }
            waiting = new ArrayList<>(left(waiting, Duels.of(waiting, Queues.fairness(KnownPairs.NONE, moment))));
            now = now.plusSeconds(1);
        }
    }

    private static void checkEach(
            List<Pairing> pairings, List<Candidate> waiting, KnownPairs encounters, MatchMode mode) {
        Set<UUID> seen = new HashSet<>();
        for (Pairing pairing : pairings) {
            assertThat(pairing.playersOne()).hasSize(mode.teamSize());
            assertThat(pairing.playersTwo()).hasSize(mode.teamSize());
            assertThat(waiting).containsAll(pairing.candidates().toList());
            List<UUID> players = new ArrayList<>(pairing.playersOne());
            players.addAll(pairing.playersTwo());
            assertThat(players).allMatch(seen::add);
            for (UUID one : players) {
                assertThat(players).noneMatch(other -> !one.equals(other) && encounters.blocked(one, other));
            }
            assertThat(pairing.distance()).isLessThanOrEqualTo(Queues.WINDOW.max());
        }
    }

    private static List<Candidate> left(List<Candidate> waiting, List<Pairing> pairings) {
        Set<UUID> paired = new HashSet<>();
        pairings.forEach(pairing -> pairing.candidates().map(Candidate::ticket).forEach(paired::add));
        return waiting.stream()
                .filter(candidate -> !paired.contains(candidate.ticket()))
                .toList();
    }

    private List<Pairing> duels(Candidate... waiting) {
        return Duels.of(List.of(waiting), Queues.fairness(KnownPairs.NONE));
    }

    private static Pairing duel(Candidate weaker, Candidate stronger) {
        return new Pairing(List.of(weaker), List.of(stronger));
    }

    private static Set<UUID> both(Candidate one, Candidate other) {
        return Set.of(one.players().getFirst(), other.players().getFirst());
    }
}
