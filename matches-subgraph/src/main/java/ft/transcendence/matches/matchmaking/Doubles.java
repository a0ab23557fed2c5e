package ft.transcendence.matches.matchmaking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Fills two teams of two with single players and pairs. The candidate who has waited longest is served first, with the
 * nearest others who may play together; pairs stay together, and singles are divided so that the teams differ least.
 */
final class Doubles {

    private static final int PLAYERS = 4;
    private static final int TEAM = 2;

    /**
     * How many combinations are tried for one candidate. Nearly always the first few do; only a net of blocked players
     * needs more, and it must not stop the queue for others.
     */
    private static final int TRIALS = 10_000;

    private static final Comparator<Candidate> OLDEST =
            Comparator.comparing(Candidate::joinedAt).thenComparing(Candidate::ticket);

    private final Fairness fairness;

    private Doubles(Fairness fairness) {
        this.fairness = fairness;
    }

    /** The matches to make of these candidates, none of whom is in two. */
    static List<Pairing> of(List<Candidate> waiting, Fairness fairness) {
        return new Doubles(fairness).pair(waiting);
    }

    private List<Pairing> pair(List<Candidate> waiting) {
        List<Pairing> pairings = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (Candidate first : waiting.stream().sorted(OLDEST).toList()) {
            if (!taken.contains(first.ticket())) {
                List<Candidate> others = waiting.stream()
                        .filter(other -> other != first && !taken.contains(other.ticket()))
                        .filter(other -> mayJoin(first, other))
                        .sorted(Comparator.comparingDouble(first::distance).thenComparing(OLDEST))
                        .toList();
                new Search(first, others).run().ifPresent(pairing -> {
                    pairing.candidates().map(Candidate::ticket).forEach(taken::add);
                    pairings.add(pairing);
                });
            }
        }
        return pairings;
    }

    private boolean mayJoin(Candidate first, Candidate other) {
        return first.size() + other.size() <= PLAYERS && fairness.near(first, other) && !fairness.blocked(first, other);
    }

    /** Looks for the nearest group of four around the candidate who is served. */
    private final class Search {

        private final List<Candidate> others;
        private final List<Candidate> group = new ArrayList<>();
        private int trials;

        Search(Candidate first, List<Candidate> others) {
            this.others = others;
            group.add(first);
        }

        Optional<Pairing> run() {
            return fill(0, group.getFirst().size());
        }

        private Optional<Pairing> fill(int from, int players) {
            if (players == PLAYERS) {
                return divide(group);
            }
            for (int next = from; next < others.size(); next++) {
                if (++trials > TRIALS) {
                    return Optional.empty();
                }
                Candidate other = others.get(next);
                if (players + other.size() <= PLAYERS
                        && group.stream().noneMatch(one -> fairness.blocked(one, other))) {
                    group.add(other);
                    Optional<Pairing> found = fill(next + 1, players + other.size());
                    group.removeLast();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** The teams that differ least; empty if all differ too much, or would meet again. */
    private Optional<Pairing> divide(Collection<Candidate> group) {
        List<Candidate> candidates = List.copyOf(group);
        Candidate first = candidates.getFirst();
        List<Pairing> divisions = new ArrayList<>();
        if (first.size() == TEAM) {
            divisions.add(new Pairing(List.of(first), candidates.subList(1, candidates.size())));
        } else {
            for (Candidate mate : candidates.subList(1, candidates.size())) {
                if (mate.size() == first.size()) {
                    divisions.add(new Pairing(
                            List.of(first, mate),
                            candidates.stream()
                                    .filter(other -> other != first && other != mate)
                                    .toList()));
                }
            }
        }
        return divisions.stream()
                .filter(division -> division.distance() <= fairness.window().max() && !repeats(division))
                .min(Comparator.comparingDouble(Pairing::distance));
    }

    private boolean repeats(Pairing division) {
        return division.teamOne().stream()
                .anyMatch(one -> division.teamTwo().stream().anyMatch(other -> fairness.repeated(one, other)));
    }
}
