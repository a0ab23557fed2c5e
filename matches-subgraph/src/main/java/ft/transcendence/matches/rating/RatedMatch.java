package ft.transcendence.matches.rating;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A completed match, reduced to what ratings need. Teams are sorted by player, because sums of floating-point numbers
 * depend on their order and a replay must give the same bits.
 */
public record RatedMatch(UUID matchId, Ladder ladder, Instant endedAt, List<UUID> winners, List<UUID> losers) {

    public RatedMatch {
        if (winners.isEmpty() || losers.isEmpty()) {
            throw new IllegalArgumentException("A rated match needs two teams");
        }
        winners = winners.stream().sorted(Comparator.naturalOrder()).toList();
        losers = losers.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
