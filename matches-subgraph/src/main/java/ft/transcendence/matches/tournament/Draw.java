package ft.transcendence.matches.tournament;

import ft.transcendence.matches.tournament.DrawEvent.KeptWaiting;
import ft.transcendence.matches.tournament.DrawEvent.MatchAbandoned;
import ft.transcendence.matches.tournament.DrawEvent.MatchMade;
import ft.transcendence.matches.tournament.DrawEvent.MatchWon;
import ft.transcendence.matches.tournament.DrawEvent.ResultVoided;
import ft.transcendence.matches.tournament.DrawEvent.Withdrew;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of a started tournament, which every event turns into the next one. Rounds follow one another: a round begins
 * when all pairings of the one before are decided, and its waiting pairings are the matches to make.
 *
 * @param players who started, the best seed first
 * @param withdrawn those of them who left since
 * @param pairings all pairings, by round and position
 */
record Draw(TournamentFormat format, List<UUID> players, Set<UUID> withdrawn, List<Pairing> pairings) {

    /** How often the match of a pairing is repeated, after faults and voided results. Then the better seed goes on. */
    static final int MOST_REPLAYS = 2;

    Draw {
        players = List.copyOf(players);
        withdrawn = Set.copyOf(withdrawn);
        pairings = List.copyOf(pairings);
    }

    /** The draw of a tournament that starts. */
    static Draw of(TournamentFormat format, List<UUID> playersBySeed) {
        return new Draw(format, playersBySeed, Set.of(), format.rules().pairings(playersBySeed)).settled();
    }

    Draw apply(DrawEvent event) {
        Draw next =
                switch (event) {
                    case MatchMade made ->
                        changed(waitingAt(made.round(), made.position()), pairing -> pairing.playing(made.match()));
                    case MatchWon won -> changed(awaits(won), pairing -> pairing.won(won.winner(), won.margin()));
                    case MatchAbandoned abandoned ->
                        changed(isPlayed(abandoned.match()), pairing -> abandon(pairing, abandoned));
                    case ResultVoided voided -> changed(countsStill(voided.match()), this::repeat);
                    case KeptWaiting kept -> changed(waitsFor(kept), pairing -> decide(pairing, kept.absent()));
                    case Withdrew left -> without(left.player());
                };
        return next.settled();
    }

    private static Predicate<Pairing> waitingAt(int round, int position) {
        return pairing -> pairing.isAt(round, position) && pairing.status() == PairingStatus.WAITING;
    }

    private static Predicate<Pairing> waitsFor(KeptWaiting kept) {
        return waitingAt(kept.round(), kept.position())
                .and(pairing -> pairing.players().anyMatch(kept.absent()::contains));
    }

    /** A late result counts as well, unless the next round has begun. */
    private Predicate<Pairing> awaits(MatchWon won) {
        return pairing -> pairing.isOfMatch(won.match())
                && pairing.has(won.winner())
                && isCurrent(pairing)
                && !pairing.isResult();
    }

    private static Predicate<Pairing> isPlayed(UUID match) {
        return pairing -> pairing.isOfMatch(match) && pairing.status() == PairingStatus.PLAYING;
    }

    /** The result stands once the next round has begun. */
    private Predicate<Pairing> countsStill(UUID match) {
        return pairing -> pairing.isOfMatch(match) && pairing.isResult() && isCurrent(pairing);
    }

    private Pairing abandon(Pairing pairing, MatchAbandoned abandoned) {
        return pairing.players().anyMatch(abandoned.absent()::contains)
                ? decide(pairing, union(withdrawn, abandoned.absent()))
                : repeat(pairing);
    }

    private Pairing repeat(Pairing pairing) {
        if (pairing.players().anyMatch(withdrawn::contains)) {
            return decide(pairing, withdrawn);
        }
        return pairing.replays() < MOST_REPLAYS
                ? pairing.repeated()
                : pairing.decided(
                        PairingDecision.SEED,
                        players.stream().filter(pairing::has).findFirst().orElseThrow());
    }

    private Draw without(UUID player) {
        Draw left = new Draw(format, players, union(withdrawn, Set.of(player)), pairings);
        return left.changed(
                pairing -> pairing.has(player) && pairing.status() == PairingStatus.WAITING,
                pairing -> decide(pairing, left.withdrawn));
    }

    /** Decides a pairing without a match. Whoever is there goes on. */
    private static Pairing decide(Pairing pairing, Set<UUID> absent) {
        List<UUID> present =
                pairing.players().filter(player -> !absent.contains(player)).toList();
        if (present.isEmpty()) {
            return pairing.decided(PairingDecision.NOBODY, null);
        }
        UUID winner = present.getFirst();
        return pairing.decided(
                pairing.opponent(winner) == null ? PairingDecision.BYE : PairingDecision.WALKOVER, winner);
    }

    private Draw changed(Predicate<Pairing> which, UnaryOperator<Pairing> change) {
        return new Draw(
                format,
                players,
                withdrawn,
                pairings.stream()
                        .map(pairing -> which.test(pairing) ? change.apply(pairing) : pairing)
                        .toList());
    }

    /** Begins what can begin, and tells later pairings who comes. */
    private Draw settled() {
        List<Pairing> settled = new ArrayList<>();
        List<Pairing> before = List.of();
        boolean begins = true;
        for (List<Pairing> round : rounds()) {
            List<Pairing> current = new ArrayList<>();
            for (Pairing pairing : round) {
                Pairing filled = pairing.status() == PairingStatus.PENDING
                        ? format.rules().filled(pairing, before)
                        : pairing;
                current.add(begins ? begun(filled) : filled);
            }
            begins = begins && current.stream().allMatch(Pairing::isDecided);
            before = current;
            settled.addAll(current);
        }
        return new Draw(format, players, withdrawn, settled);
    }

    private Pairing begun(Pairing pairing) {
        if (pairing.status() != PairingStatus.PENDING) {
            return pairing;
        }
        boolean bothPlay =
                pairing.players().filter(player -> !withdrawn.contains(player)).count() == 2;
        return bothPlay ? pairing.waiting() : decide(pairing, withdrawn);
    }

    List<List<Pairing>> rounds() {
        return List.copyOf(pairings.stream()
                .collect(Collectors.groupingBy(Pairing::round, TreeMap::new, Collectors.toList()))
                .values());
    }

    private boolean isCurrent(Pairing pairing) {
        return currentRound().filter(round -> round == pairing.round()).isPresent();
    }

    /** The round being played; empty if all are decided. */
    Optional<Integer> currentRound() {
        return pairings.stream()
                .filter(pairing -> !pairing.isDecided())
                .map(Pairing::round)
                .findFirst();
    }

    boolean isFinished() {
        return currentRound().isEmpty();
    }

    Stream<Pairing> pairingsOf(UUID player) {
        return pairings.stream().filter(pairing -> pairing.has(player));
    }

    int wins(UUID player) {
        return (int) pairingsOf(player)
                .filter(pairing -> player.equals(pairing.winner()) && pairing.decision() != PairingDecision.BYE)
                .count();
    }

    private int losses(UUID player) {
        return (int) pairingsOf(player)
                .filter(pairing -> pairing.isDecided() && !player.equals(pairing.winner()))
                .count();
    }

    int pointDifference(UUID player) {
        return pairingsOf(player)
                .mapToInt(pairing -> player.equals(pairing.winner()) ? pairing.margin() : -pairing.margin())
                .sum();
    }

    /** The order of the players, which is final when the tournament is finished. */
    List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        for (UUID player : format.rules().order(this)) {
            standings.add(
                    new Standing(player, standings.size() + 1, wins(player), losses(player), pointDifference(player)));
        }
        return standings;
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
