package ft.transcendence.users.totals;

import java.util.Map;
import java.util.UUID;

/**
 * A result that was voided was subtracted from its players' totals. Published like {@link ResultCounted}.
 *
 * @param totals the totals without this result, by player; without players whose account was erased
 * @param announced whether {@link ResultCounted} was published for this match. It was not if the match was counted
 *     before that event existed
 */
public record ResultUncounted(MatchResult result, Map<UUID, Totals> totals, boolean announced) {

    public ResultUncounted {
        totals = Map.copyOf(totals);
    }
}
