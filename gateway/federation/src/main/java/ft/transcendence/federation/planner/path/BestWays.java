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
        List<PlaceField> leaves = LeafOrder.of(places.leaves());
        ChosenWays best = new WaySearch(places, budget, Set.of()).run(leaves, Long.MAX_VALUE);
        Set<Source> indispensable = indispensable(leaves);
        Set<Source> banned = new HashSet<>();
        boolean improved = true;
        while (improved) {
            improved = false;
            List<Source> tops = best.activeTops();
            if (tops.size() < 2 || tops.size() > MOST_REQUESTS) {
                return best;
            }
            for (Source top : tops.reversed()) {
                if (indispensable.contains(top)) {
                    continue;
                }
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

    /** The roots and hops without which some leaf cannot be had, so that searching without them is in vain. */
    private static Set<Source> indispensable(List<PlaceField> leaves) {
        Set<Source> indispensable = new HashSet<>();
        for (PlaceField leaf : leaves) {
            Set<Source> tops = new HashSet<>();
            leaf.moves().keySet().forEach(source -> tops.add(source.top()));
            leaf.vacuousIn().forEach(source -> tops.add(source.top()));
            if (tops.size() == 1) {
                indispensable.addAll(tops);
            }
        }
        return indispensable;
    }

    private Optional<ChosenWays> without(Set<Source> banned, List<PlaceField> leaves, long costBelow) {
        try {
            return Optional.of(new WaySearch(places, budget, banned).run(leaves, costBelow));
        } catch (PlanningException e) {
            return Optional.empty();
        }
    }
}
