package ft.transcendence.federation.planner.path;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Improves on {@link WaySearch}, which looks at one leaf after the other: for each request of a choice, searches again as if
 * that request could not be made, and keeps the cheaper choice, as long as that helps and the budget allows it.
 */
public final class BestWays {
    /** With more requests than this the search is left as it is. */
    private static final int MOST_REQUESTS = 24;

    private final Places places;
    private final PlanningBudget budget;

    private BestWays(Places places, PlanningBudget budget) {
        this.places = places;
        this.budget = budget;
    }

    /** @throws PlanningException when a field of the operation cannot be reached */
    public static ChosenWays choose(Places places, PlanningBudget budget) {
        return new BestWays(places, budget).choose();
    }

    private ChosenWays choose() {
        List<PlaceField> leaves = WaySearch.order(places.leaves());
        ChosenWays best = new WaySearch(places, budget, Set.of()).run(leaves, Long.MAX_VALUE);
        Set<Source> banned = new HashSet<>();
        boolean improved = true;
        while (improved) {
            improved = false;
            List<Source> tops = best.activeTops();
            if (tops.size() < 2 || tops.size() > MOST_REQUESTS) {
                return best;
            }
            for (Source top : tops.reversed()) {
                if (budget.isScarce()) {
                    return best;
                }
                Set<Source> withoutTop = new HashSet<>(banned);
                withoutTop.add(top);
                Optional<ChosenWays> other = without(withoutTop, leaves, best.cost());
                if (other.isPresent()) {
                    best = other.get();
                    banned.add(top);
                    improved = true;
                    break;
                }
            }
        }
        return best;
    }

    private Optional<ChosenWays> without(Set<Source> banned, List<PlaceField> leaves, long costBelow) {
        try {
            return Optional.of(new WaySearch(places, budget, banned).run(leaves, costBelow));
        } catch (PlanningException e) {
            return Optional.empty();
        }
    }
}
