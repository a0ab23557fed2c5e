package ft.transcendence.matches.tournament;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everybody meets everybody. The rounds follow from the circle method: the first player stays, all others move on by one
 * place, and who faces each other meets. With an odd number of players, one rests in each round.
 */
final class RoundRobin implements FormatRules {

    @Override
    public List<Pairing> pairings(List<UUID> playersBySeed) {
        int players = playersBySeed.size();
        int places = players + players % 2;
        List<Integer> circle = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            circle.add(place);
        }
        List<Pairing> pairings = new ArrayList<>();
        for (int round = 1; round < places; round++) {
            int position = 0;
            for (int place = 0; place < places / 2; place++) {
                int one = Math.min(circle.get(place), circle.get(places - 1 - place));
                int two = Math.max(circle.get(place), circle.get(places - 1 - place));
                if (two < players) {
                    pairings.add(Pairing.pending(round, position, playersBySeed.get(one), playersBySeed.get(two)));
                    position++;
                }
            }
            Collections.rotate(circle.subList(1, places), 1);
        }
        return pairings;
    }

    @Override
    public Pairing filled(Pairing pairing, List<Pairing> roundBefore) {
        return pairing;
    }

    /**
     * By points, one for each pairing won. Equal players are ordered by the points from their pairings with each other, then
     * by the difference of points in all their matches, then by seed.
     */
    @Override
    public List<UUID> order(Draw draw) {
        Map<Integer, List<UUID>> byPoints = new TreeMap<>(Comparator.reverseOrder());
        draw.players().forEach(player -> byPoints.computeIfAbsent(draw.wins(player), wins -> new ArrayList<>())
                .add(player));
        return byPoints.values().stream()
                .flatMap(equal -> equal.stream()
                        .sorted(Comparator.comparingLong((UUID player) -> winsAgainst(draw, player, equal))
                                .thenComparingInt(draw::pointDifference)
                                .reversed()))
                .toList();
    }

    private static long winsAgainst(Draw draw, UUID player, List<UUID> opponents) {
        return draw.pairingsOf(player)
                .filter(pairing -> player.equals(pairing.winner()))
                .filter(pairing -> opponents.contains(pairing.opponent(player)))
                .count();
    }
}
