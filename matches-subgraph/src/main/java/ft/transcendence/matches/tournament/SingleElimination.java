package ft.transcendence.matches.tournament;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who loses is out. Seeds are placed so that the best meet last: 1-8, 4-5, 2-7, 3-6. Places without a player are at the
 * best seeds, who pass the first round.
 */
final class SingleElimination implements FormatRules {

    @Override
    public List<Pairing> pairings(List<UUID> playersBySeed) {
        List<Integer> seeds = seeding(playersBySeed.size());
        List<Pairing> pairings = new ArrayList<>();
        for (int position = 0; position < seeds.size() / 2; position++) {
            pairings.add(Pairing.pending(
                    1,
                    position,
                    player(playersBySeed, seeds.get(2 * position)),
                    player(playersBySeed, seeds.get(2 * position + 1))));
        }
        int round = 2;
        for (int size = seeds.size() / 4; size >= 1; size /= 2) {
            for (int position = 0; position < size; position++) {
                pairings.add(Pairing.pending(round, position, null, null));
            }
            round++;
        }
        return pairings;
    }

    /** The seeds, starting at 1, from top to bottom: each round adds the opponents that the better half will beat. */
    static List<Integer> seeding(int players) {
        List<Integer> seeds = List.of(1);
        while (seeds.size() < players) {
            int sum = 2 * seeds.size() + 1;
            List<Integer> doubled = new ArrayList<>();
            seeds.forEach(seed -> {
                doubled.add(seed);
                doubled.add(sum - seed);
            });
            seeds = doubled;
        }
        return seeds;
    }

    private static @Nullable UUID player(List<UUID> playersBySeed, int seed) {
        return seed <= playersBySeed.size() ? playersBySeed.get(seed - 1) : null;
    }

    @Override
    public Pairing filled(Pairing pairing, List<Pairing> roundBefore) {
        if (roundBefore.isEmpty()) {
            return pairing;
        }
        int first = 2 * pairing.position();
        return pairing.between(
                roundBefore.get(first).winner(), roundBefore.get(first + 1).winner());
    }

    /** By the round that a player reached, then by seed. If nobody wins the final, the better seed comes first. */
    @Override
    public List<UUID> order(Draw draw) {
        return draw.players().stream()
                .sorted(Comparator.comparingInt((UUID player) -> reached(draw, player))
                        .reversed())
                .toList();
    }

    private static int reached(Draw draw, UUID player) {
        return draw.pairingsOf(player)
                .mapToInt(pairing -> player.equals(pairing.winner()) ? pairing.round() + 1 : pairing.round())
                .max()
                .orElse(0);
    }
}
