package ft.transcendence.matches.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.tournament.DrawEvent.KeptWaiting;
import ft.transcendence.matches.tournament.DrawEvent.MatchAbandoned;
import ft.transcendence.matches.tournament.DrawEvent.MatchMade;
import ft.transcendence.matches.tournament.DrawEvent.MatchWon;
import ft.transcendence.matches.tournament.DrawEvent.ResultVoided;
import ft.transcendence.matches.tournament.DrawEvent.Withdrew;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTests {

    @Test
    void placesSeedsSoThatTheBestMeetLast() {
        assertThat(SingleElimination.seeding(8)).containsExactly(1, 8, 4, 5, 2, 7, 3, 6);
    }

    @Test
    void givesByesToTheBestSeeds() {
        Draw draw = Draw.of(TournamentFormat.SINGLE_ELIMINATION, players(5));

        assertThat(round(draw, 1)).containsExactly("1 BYE", "4-5 WAITING", "2 BYE", "3 BYE");
        assertThat(round(draw, 2)).as("who comes is known").containsExactly("1 PENDING", "2-3 PENDING");
    }

    @Test
    void pairsAllWithAllOnceAndEachOncePerRound() {
        for (int count = 3; count <= 16; count++) {
            Draw draw = Draw.of(TournamentFormat.ROUND_ROBIN, players(count));
            assertThat(draw.pairings().stream().map(pairing -> Set.of(pairing.one(), pairing.two())))
                    .doesNotHaveDuplicates()
                    .hasSize(count * (count - 1) / 2);
            assertThat(draw.rounds()).hasSize(count - 1 + count % 2).allSatisfy(round -> assertThat(
                            round.stream().flatMap(Pairing::players))
                    .doesNotHaveDuplicates());
        }
    }

    @Test
    void beginsARoundWhenTheOneBeforeIsDecided() {
        Draw draw = Draw.of(TournamentFormat.SINGLE_ELIMINATION, players(4));
        draw = win(draw, 1, 0, 4);
        assertThat(round(draw, 2)).containsExactly("4 PENDING");
        draw = win(draw, 1, 1, 2);
        assertThat(round(draw, 2)).containsExactly("2-4 WAITING");
        draw = win(draw, 2, 0, 4);

        assertThat(draw.isFinished()).isTrue();
        assertThat(order(draw)).containsExactly(4, 2, 1, 3);
    }

    @Test
    void whoIsThereGoesOn() {
        Draw draw = play(Draw.of(TournamentFormat.SINGLE_ELIMINATION, players(8)), 1);
        draw = draw.apply(new MatchAbandoned(match(1, 0), Set.of(player(1))));
        draw = draw.apply(new MatchAbandoned(match(1, 1), Set.of(player(4), player(5))));
        draw = win(draw, 1, 2, 2);
        draw = win(draw, 1, 3, 3);

        assertThat(round(draw, 1)).startsWith("1-8 WALKOVER 8", "4-5 NOBODY");
        assertThat(round(draw, 2)).containsExactly("8 BYE", "2-3 WAITING");
    }

    @Test
    void whoPlaysElsewhereForTooLongLoses() {
        Draw draw = Draw.of(TournamentFormat.SINGLE_ELIMINATION, players(4));
        assertThat(draw.apply(new KeptWaiting(1, 0, Set.of()))).isEqualTo(draw);
        draw = draw.apply(new KeptWaiting(1, 0, Set.of(player(1))));
        draw = draw.apply(new KeptWaiting(1, 1, Set.of(player(2), player(3))));

        assertThat(round(draw, 1)).containsExactly("1-4 WALKOVER 4", "2-3 NOBODY");
        assertThat(round(draw, 2)).containsExactly("4 BYE");
        assertThat(order(draw)).containsExactly(4, 1, 2, 3);
    }

    @Test
    void repeatsAMatchAfterFaultsUntilTheBetterSeedGoesOn() {
        Draw draw = Draw.of(TournamentFormat.SINGLE_ELIMINATION, players(4));
        for (int fault = 0; fault < Draw.MOST_REPLAYS; fault++) {
            draw = play(draw, 1).apply(new MatchAbandoned(match(1, 0), Set.of()));
            assertThat(round(draw, 1)).first().isEqualTo("1-4 WAITING");
        }
        draw = play(draw, 1).apply(new MatchAbandoned(match(1, 0), Set.of()));
        assertThat(round(draw, 1)).first().isEqualTo("1-4 SEED 1");

        draw = draw.apply(new MatchWon(match(1, 0), player(4), 2));
        assertThat(round(draw, 1)).as("a late result").first().isEqualTo("1-4 RESULT 4");
    }

    @Test
    void repeatsAVoidedResultUntilTheNextRound() {
        Draw draw = win(Draw.of(TournamentFormat.SINGLE_ELIMINATION, players(4)), 1, 0, 4);
        draw = draw.apply(new ResultVoided(match(1, 0)));
        assertThat(round(draw, 1)).first().isEqualTo("1-4 WAITING");
        assertThat(round(draw, 2)).containsExactly(" PENDING");

        draw = win(win(draw, 1, 0, 4), 1, 1, 2);
        assertThat(draw.apply(new ResultVoided(match(1, 0)))).isEqualTo(draw);
    }

    @Test
    void aWithdrawnPlayerLosesWhatIsNotPlayed() {
        Draw draw = play(Draw.of(TournamentFormat.ROUND_ROBIN, players(4)), 1);
        draw = draw.apply(new Withdrew(player(1)));
        assertThat(round(draw, 1)).as("the open match goes on").first().isEqualTo("1-4 PLAYING");

        draw = win(win(draw, 1, 0, 1), 1, 1, 3);
        assertThat(round(draw, 2)).containsExactly("1-3 WALKOVER 3", "2-4 WAITING");
    }

    @Test
    void ordersEqualPlayersByTheirMatchesWithEachOtherThenByPointsThenBySeed() {
        Draw circle = Draw.of(TournamentFormat.ROUND_ROBIN, players(4));
        circle = win(circle, 1, 0, 4); // 4 beats 1
        circle = win(circle, 1, 1, 2); // 2 beats 3
        circle = win(circle, 2, 0, 1); // 1 beats 3
        circle = win(circle, 2, 1, 4); // 4 beats 2
        circle = win(circle, 3, 0, 1); // 1 beats 2
        circle = win(circle, 3, 1, 3); // 3 beats 4

        assertThat(order(circle)).as("4 beat 1, and 2 beat 3").containsExactly(4, 1, 2, 3);

        Draw three = Draw.of(TournamentFormat.ROUND_ROBIN, players(3));
        for (int round = 1; round <= 3; round++) {
            Pairing pairing = three.rounds().get(round - 1).getFirst();
            UUID winner = pairing.has(player(1)) && pairing.has(player(2))
                    ? player(1)
                    : pairing.has(player(2)) ? player(2) : player(3);
            three = play(three, round).apply(new MatchWon(match(round, 0), winner, winner.equals(player(3)) ? 9 : 2));
        }
        assertThat(order(three)).as("everybody beat one other").containsExactly(3, 2, 1);
    }

    /** Whatever happens in whatever order, a tournament ends, and everybody has a place. */
    @Property(tries = 200)
    void everyCourseOfEventsEndsInOneOrder(
            @ForAll TournamentFormat format, @ForAll @IntRange(min = 3, max = 64) int count, @ForAll long seed) {
        Random random = new Random(seed);
        Draw draw = Draw.of(format, players(Math.min(count, format.mostPlayers())));
        List<UUID> matches = new ArrayList<>();
        int steps = 0;
        while (!draw.isFinished()) {
            assertThat(steps++).isLessThan(20_000);
            DrawEvent event = event(draw, matches, random);
            if (event instanceof MatchMade made) {
                matches.add(made.match());
            }
            Draw next = draw.apply(event);
            assertConsistent(draw, next);
            draw = next;
        }
        assertThat(draw.standings().stream().map(Standing::player)).containsExactlyInAnyOrderElementsOf(draw.players());
        assertThat(draw.standings().stream().map(Standing::place))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, draw.players().size()).boxed().toList());
        for (UUID match : matches) {
            assertThat(draw.apply(new ResultVoided(match))).as("it is over").isEqualTo(draw);
        }
    }

    private static DrawEvent event(Draw draw, List<UUID> matches, Random random) {
        List<Pairing> open = draw.pairings().stream().filter(DrawTests::isOpen).toList();
        Pairing pairing = open.get(random.nextInt(open.size()));
        List<UUID> both = pairing.players().toList();
        UUID player = both.get(random.nextInt(2));
        UUID old = matches.isEmpty() ? UUID.randomUUID() : matches.get(random.nextInt(matches.size()));
        int what = random.nextInt(100);
        if (what < 3) {
            return new Withdrew(draw.players().get(random.nextInt(draw.players().size())));
        } else if (what < 8) {
            return new ResultVoided(old);
        } else if (what < 12) {
            return new MatchWon(old, player, 1);
        }
        Set<UUID> absent = what < 18 ? Set.of(player) : Set.copyOf(both);
        if (pairing.status() == PairingStatus.WAITING) {
            return what < 20
                    ? new KeptWaiting(pairing.round(), pairing.position(), absent)
                    : new MatchMade(pairing.round(), pairing.position(), new UUID(2, random.nextLong()));
        }
        UUID match = Objects.requireNonNull(pairing.matchId());
        if (what < 30) {
            return new MatchAbandoned(match, what < 22 ? absent : Set.of());
        }
        return new MatchWon(match, player, 1 + random.nextInt(11));
    }

    private static boolean isOpen(Pairing pairing) {
        return pairing.status() == PairingStatus.WAITING || pairing.status() == PairingStatus.PLAYING;
    }

    private static void assertConsistent(Draw before, Draw after) {
        Set<UUID> busy = new HashSet<>();
        assertThat(after.pairings().stream().filter(DrawTests::isOpen).flatMap(Pairing::players))
                .as("nobody meets two at once")
                .allMatch(busy::add);
        int current = before.currentRound().orElseThrow();
        assertThat(after.pairings().stream().filter(pairing -> pairing.round() < current))
                .as("a round that is over stays as it is")
                .containsExactlyElementsOf(before.pairings().stream()
                        .filter(pairing -> pairing.round() < current)
                        .toList());
        assertThat(after.pairings())
                .allSatisfy(pairing -> assertThat(pairing.replays()).isLessThanOrEqualTo(Draw.MOST_REPLAYS));
    }

    private static Draw win(Draw draw, int round, int position, int winner) {
        return play(draw, round).apply(new MatchWon(match(round, position), player(winner), 1));
    }

    private static Draw play(Draw draw, int round) {
        Draw playing = draw;
        for (Pairing pairing : draw.rounds().get(round - 1)) {
            playing = playing.apply(new MatchMade(round, pairing.position(), match(round, pairing.position())));
        }
        return playing;
    }

    private static UUID match(int round, int position) {
        return new UUID(round, position);
    }

    private static UUID player(int seed) {
        return new UUID(1000, seed);
    }

    private static List<UUID> players(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(DrawTests::player).toList();
    }

    private static long seed(UUID player) {
        return player.getLeastSignificantBits();
    }

    private static List<Integer> order(Draw draw) {
        return draw.standings().stream()
                .map(standing -> (int) seed(standing.player()))
                .toList();
    }

    /** The pairings of a round, such as {@code 2-7 RESULT 2}. */
    private static Stream<String> round(Draw draw, int round) {
        return draw.rounds().get(round - 1).stream().map(pairing -> {
            String players = String.join(
                    "-",
                    pairing.players().map(player -> "" + seed(player)).sorted().toList());
            String winner = pairing.winner() == null || pairing.decision() == PairingDecision.BYE
                    ? ""
                    : " " + seed(pairing.winner());
            return players + " " + (pairing.decision() == null ? pairing.status() : pairing.decision()) + winner;
        });
    }
}
