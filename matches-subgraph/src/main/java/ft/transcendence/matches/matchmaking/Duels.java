package ft.transcendence.matches.matchmaking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Pairs single players. Those who have waited too long choose first, the oldest before the others; then the smallest
 * distance comes first. Whoever may play each other does not both stay behind.
 */
final class Duels {

    /** How many allowed opponents above itself each candidate considers in a round. More change little and cost more. */
    private static final int CONSIDERED = 4;

    private static final Comparator<Candidate> BY_STRENGTH =
            Comparator.comparingDouble(Candidate::strength).thenComparing(Candidate::ticket);

    private Duels() {}

    private record Duel(Candidate one, Candidate other) {

        private double distance() {
            return one.distance(other);
        }

        private Instant waitingSince() {
            return one.joinedAt().isBefore(other.joinedAt()) ? one.joinedAt() : other.joinedAt();
        }
    }

    /** The matches to make of these candidates, none of whom is in two. */
    static List<Pairing> of(List<Candidate> waiting, Fairness fairness) {
        Comparator<Duel> order = order(fairness);
        boolean alone = waiting.size() == 2;
        List<Candidate> left = waiting.stream().sorted(BY_STRENGTH).toList();
        List<Pairing> pairings = new ArrayList<>();
        while (true) {
            List<Duel> duels = new ArrayList<>();
            for (int index = 0; index < left.size(); index++) {
                addDuels(left, index, fairness, alone, duels);
            }
            if (duels.isEmpty()) {
                return pairings;
            }
            duels.sort(order);
            Set<UUID> taken = new HashSet<>();
            for (Duel duel : duels) {
                if (!taken.contains(duel.one.ticket()) && !taken.contains(duel.other.ticket())) {
                    taken.add(duel.one.ticket());
                    taken.add(duel.other.ticket());
                    pairings.add(new Pairing(List.of(duel.one), List.of(duel.other)));
                }
            }
            left = left.stream()
                    .filter(candidate -> !taken.contains(candidate.ticket()))
                    .toList();
        }
    }

    private static void addDuels(
            List<Candidate> byStrength, int index, Fairness fairness, boolean alone, List<Duel> duels) {
        Candidate one = byStrength.get(index);
        int found = 0;
        for (int next = index + 1; next < byStrength.size() && found < CONSIDERED; next++) {
            Candidate other = byStrength.get(next);
            if (one.distance(other) > fairness.window().max()) {
                return;
            }
            if (fairness.near(one, other)
                    && !fairness.blocked(one, other)
                    && (alone || !fairness.repeated(one, other))) {
                duels.add(new Duel(one, other));
                found++;
            }
        }
    }

    private static Comparator<Duel> order(Fairness fairness) {
        Comparator<Duel> nearest = Comparator.comparingDouble(Duel::distance)
                .thenComparing(Duel::waitingSince)
                .thenComparing(duel -> duel.one.ticket())
                .thenComparing(duel -> duel.other.ticket());
        Comparator<Duel> oldest = Comparator.comparing(Duel::waitingSince).thenComparing(nearest);
        return (left, right) -> {
            boolean leftOverdue = isOverdue(left, fairness);
            boolean rightOverdue = isOverdue(right, fairness);
            if (leftOverdue != rightOverdue) {
                return leftOverdue ? -1 : 1;
            }
            return leftOverdue ? oldest.compare(left, right) : nearest.compare(left, right);
        };
    }

    private static boolean isOverdue(Duel duel, Fairness fairness) {
        return fairness.isOverdue(duel.one) || fairness.isOverdue(duel.other);
    }
}
