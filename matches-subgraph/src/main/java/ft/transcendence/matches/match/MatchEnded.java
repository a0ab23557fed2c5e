package ft.transcendence.matches.match;

import java.util.Set;
import java.util.UUID;

/**
 * Published in the transaction that ends a match, or confirms or voids its result.
 *
 * @param absent the players because of whom it ended before its start; empty if that is not why, or not known
 */
public record MatchEnded(Match match, Set<UUID> absent) {

    public MatchEnded {
        absent = Set.copyOf(absent);
    }
}
