package ft.transcendence.users.totals;

import java.util.Map;
import java.util.UUID;

/**
 * A result was added to its players' totals. Published within the application, in the transaction that does it, once per
 * match. The rows with the players' totals are locked until the transaction ends, so a player's results are counted one
 * after the other.
 *
 * @param totals the totals with this result, by player; without players whose account was erased
 */
public record ResultCounted(MatchResult result, Map<UUID, Totals> totals) {

    public ResultCounted {
        totals = Map.copyOf(totals);
    }
}
