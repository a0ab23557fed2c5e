package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.limits.PlanningBudget;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Step 3 of planning: selects a path to every leaf of the query tree. Starts with a {@link GreedySearch}, which considers one leaf after the
 * other. Then, for each request of the selection, it searches again without that request, and keeps the cheaper selection. It repeats that as
 * long as it helps and the budget allows.
 */
public final class PathFinder {
    /** Selections with more requests are not improved further. */
    private static final int MOST_REQUESTS = 24;

    private final QueryTree tree;
    private final PlanningBudget budget;

    private PathFinder(QueryTree tree, PlanningBudget budget) {
        this.tree = tree;
        this.budget = budget;
    }

    /** @throws PlanningException if a field of the operation cannot be reached */
    public static PathSelection select(QueryTree tree, PlanningBudget budget) {
        return new PathFinder(tree, budget).select();
    }

    private PathSelection select() {
        List<QueryTreeField> leaves = new ArrayList<>(LeafOrder.of(tree.leaves(), tree.deferral()));
        PathSelection best = first(leaves);
        Set<PathCandidate> indispensable = indispensable(leaves);
        Set<PathCandidate> banned = new HashSet<>();
        boolean improved = true;
        while (improved) {
            improved = false;
            List<PathCandidate> entries = best.activeEntries();
            if (entries.size() < 2 || entries.size() > MOST_REQUESTS) {
                return best;
            }
            for (PathCandidate entry : entries.reversed()) {
                if (indispensable.contains(entry)) {
                    continue;
                }
                if (budget.isScarce()) {
                    return best;
                }
                Optional<Better> better = better(best, entry, banned, leaves);
                if (better.isPresent()) {
                    best = better.get().paths();
                    banned.addAll(better.get().banned());
                    improved = true;
                    break;
                }
            }
        }
        return best;
    }

    /**
     * The first selection. An earlier leaf may take the path that a later leaf cannot do without, because requests must not wait for each other.
     * The later leaf then goes first.
     *
     * @param leaves are put in the order of the search that succeeded
     */
    private PathSelection first(List<QueryTreeField> leaves) {
        Set<QueryTreeField> movedUp = new HashSet<>();
        while (true) {
            GreedySearch search = new GreedySearch(tree, budget, Set.of());
            try {
                return search.run(leaves, Long.MAX_VALUE);
            } catch (PlanningException e) {
                QueryTreeField leaf = search.blocked().orElseThrow(() -> e);
                if (!movedUp.add(leaf)) {
                    throw e;
                }
                leaves.remove(leaf);
                leaves.add(startOfPart(leaf.part(), leaves), leaf);
            }
        }
    }

    /** The index of the first leaf of a part, or of the end. */
    private static int startOfPart(int part, List<QueryTreeField> leaves) {
        int index = 0;
        while (index < leaves.size() && leaves.get(index).part() != part) {
            index++;
        }
        return part == 0 ? 0 : index;
    }

    private record Better(PathSelection paths, Set<PathCandidate> banned) {}

    /** Searches without one request: first with anything in its place, then only with subgraphs that are used anyway. */
    private Optional<Better> better(
            PathSelection best, PathCandidate entry, Set<PathCandidate> banned, List<QueryTreeField> leaves) {
        Set<PathCandidate> withoutEntry = new HashSet<>(banned);
        withoutEntry.add(entry);
        Optional<PathSelection> other = without(withoutEntry, leaves, best.cost());
        if (other.isEmpty() && withoutEntry.addAll(unusedInsteadOf(entry, best, leaves))) {
            other = without(withoutEntry, leaves, best.cost());
        }
        return other.map(paths -> new Better(paths, withoutEntry));
    }

    /**
     * The entries that could replace a request, in subgraphs that are used for nothing else. The greedy search would take the first of these for the
     * current leaf, which is no better, although a subgraph that a later leaf needs could resolve both.
     */
    private static Set<PathCandidate> unusedInsteadOf(
            PathCandidate entry, PathSelection best, List<QueryTreeField> leaves) {
        Set<String> usedSubgraphs = new HashSet<>();
        for (PathCandidate other : best.activeEntries()) {
            if (other != entry) {
                usedSubgraphs.add(other.subgraph());
            }
        }
        Set<PathCandidate> unused = new HashSet<>();
        for (QueryTreeField leaf : leaves) {
            if (best.suppliers(leaf).stream().anyMatch(candidate -> candidate.entry() == entry)) {
                leaf.candidates().keySet().stream()
                        .map(PathCandidate::entry)
                        .filter(other -> !usedSubgraphs.contains(other.subgraph()))
                        .forEach(unused::add);
            }
        }
        return unused;
    }

    /** The entries without which some leaf cannot be reached, so that searching without them is futile. */
    private static Set<PathCandidate> indispensable(List<QueryTreeField> leaves) {
        Set<PathCandidate> indispensable = new HashSet<>();
        for (QueryTreeField leaf : leaves) {
            Set<PathCandidate> entries = new HashSet<>();
            leaf.candidates().keySet().forEach(candidate -> entries.add(candidate.entry()));
            leaf.vacuousIn().forEach(candidate -> entries.add(candidate.entry()));
            if (entries.size() == 1) {
                indispensable.addAll(entries);
            }
        }
        return indispensable;
    }

    private Optional<PathSelection> without(Set<PathCandidate> banned, List<QueryTreeField> leaves, long costBelow) {
        try {
            return Optional.of(new GreedySearch(tree, budget, banned).run(leaves, costBelow));
        } catch (PlanningException e) {
            return Optional.empty();
        }
    }
}
