package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.limits.PlanningBudget;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.planner.limits.PlanningException.Code;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import ft.transcendence.federation.planner.tree.QueryTreeNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects a path candidate for every leaf, one leaf after the other, so that few requests are needed.
 *
 * <p>Leaves near the root come first; at equal depth, those with the fewest subgraphs to choose from. Each takes the candidate that adds the
 * least cost to what is selected already. A candidate that is not in use yet adds the cost of everything it needs: its parent, or an entity
 * move with its key and requirements, which are leaves searched in the same way.
 *
 * <p>The selection never has a cycle: all inputs of a new entity move are selected before anything can depend on it, and an entity move in use
 * takes further inputs only from candidates that do not depend on it.
 */
final class GreedySearch {
    private final QueryTree tree;
    private final PlanningBudget budget;
    private final Set<PathCandidate> banned;
    private final PathSelection paths = new PathSelection();
    private final CostModel costs = new CostModel(paths);
    private final LocalRequirements localRequirements;
    private final EntityInputSupply inputs;
    private final Set<EntityMove> inProgress = new LinkedHashSet<>();
    /** The part of the response that is searched for. */
    private int part;

    private long ceiling = Long.MAX_VALUE;
    private @Nullable QueryTreeField blocked;

    GreedySearch(QueryTree tree, PlanningBudget budget, Set<PathCandidate> banned) {
        this.tree = tree;
        this.budget = budget;
        this.banned = banned;
        this.localRequirements = new LocalRequirements(tree, paths);
        this.inputs = new EntityInputSupply(tree, paths, this);
    }

    /**
     * Runs the search.
     *
     * @param costBelow the search stops once the selection costs this much
     * @throws PlanningException if a leaf cannot be reached
     */
    PathSelection run(List<QueryTreeField> leaves, long costBelow) {
        ceiling = costBelow;
        for (QueryTreeField leaf : leaves) {
            part = leaf.part();
            if (supply(leaf) == null) {
                blocked = leaf;
                throw unreachable(leaf);
            }
        }
        for (QueryTreeNode node : tree.emptyNodes()) {
            part = node.part();
            if (selectPathTo(node) == null) {
                throw unreachable(node.parentField().orElseThrow());
            }
        }
        return paths;
    }

    /** The leaf for which no path was left after those of earlier leaves were selected; empty if the search did not fail at a leaf. */
    Optional<QueryTreeField> blocked() {
        return Optional.ofNullable(blocked);
    }

    private static PlanningException unreachable(QueryTreeField field) {
        return new PlanningException(
                Code.UNREACHABLE_FIELD,
                "No subgraph can resolve the field \"" + field.name() + "\" of "
                        + String.join(", ", field.objectTypes()) + " at \"" + field
                        + "\". Remove it from the operation, or check the subgraphs that should own it.");
    }

    /** Selects the cheapest path to a node; null if there is none. */
    @Nullable PathCandidate selectPathTo(QueryTreeNode node) {
        return cheapest(node.directMoves(), candidate -> activate(candidate, node.objectTypes()));
    }

    /** Selects a candidate for a leaf; null if there is none. */
    @Nullable PathCandidate supply(QueryTreeField leaf) {
        for (PathCandidate candidate : paths.suppliers(leaf)) {
            if (isUsable(candidate)) {
                return candidate;
            }
        }
        if (!activateOnlyPathTo(leaf.node())) {
            return null;
        }
        List<PathCandidate> candidates = new ArrayList<>(leaf.candidates().keySet());
        leaf.vacuousIn().stream()
                .filter(candidate -> !(candidate instanceof EntityMove))
                .forEach(candidates::add);
        return cheapest(candidates, candidate -> {
            if (!activate(candidate, leaf.objectTypes())) {
                return false;
            }
            paths.supply(leaf, candidate);
            paths.addCost(costs.ofLeaf(candidate));
            localRequirements.select(candidate, leaf);
            return true;
        });
    }

    /**
     * Activates what all paths to a node have in common, before its paths are compared. Otherwise a node that can be reached in only one way
     * would be searched again for each path below it.
     */
    private boolean activateOnlyPathTo(QueryTreeNode node) {
        for (PathCandidate direct : node.directMoves()) {
            if (paths.isActive(direct)) {
                return true;
            }
        }
        List<PathCandidate> usable =
                node.directMoves().stream().filter(this::isUsable).toList();
        if (usable.size() == 1) {
            return activate(usable.getFirst(), node.objectTypes());
        }
        return !usable.isEmpty()
                && node.parentField()
                        .map(field -> activateOnlyPathTo(field.node()))
                        .orElse(true);
    }

    private interface Attempt {
        boolean on(PathCandidate candidate);
    }

    /**
     * Tries all candidates and keeps the one that adds the least cost. When the budget is scarce, keeps the first one that works.
     */
    private @Nullable PathCandidate cheapest(List<PathCandidate> candidates, Attempt attempt) {
        List<PathCandidate> ordered = candidates.stream()
                .sorted(Comparator.comparingInt(candidate -> paths.isActive(candidate) ? 0 : 1))
                .toList();
        PathCandidate best = null;
        PathSelection.Changes bestChanges = null;
        long outerCeiling = ceiling;
        for (PathCandidate candidate : ordered) {
            if (best != null && budget.isScarce()) {
                break;
            }
            budget.spend(1);
            if (!isUsable(candidate)) {
                continue;
            }
            int mark = paths.mark();
            boolean inUse = paths.isActive(candidate);
            if (attempt.on(candidate) && paths.cost() < ceiling) {
                if (inUse && best == null) {
                    // nothing is cheaper than one more field in a fetch that is made anyway
                    ceiling = outerCeiling;
                    return candidate;
                }
                best = candidate;
                ceiling = paths.cost();
                bestChanges = paths.rollBack(mark);
            } else {
                paths.undoTo(mark);
            }
        }
        ceiling = outerCeiling;
        if (bestChanges != null) {
            paths.replay(bestChanges);
        }
        return best;
    }

    /** Whether a candidate may be used now: one that depends on an entity move in progress cannot supply that move. */
    private boolean isUsable(PathCandidate candidate) {
        if (banned.contains(candidate.entry()) || candidate.part() != part && !isFetchedBefore(candidate.entry())) {
            return false;
        }
        for (EntityMove move : inProgress) {
            // nothing depends yet on a move that is only being activated
            boolean depends = paths.isActive(move) ? paths.dependsOn(candidate, move) : candidate.entry() == move;
            if (depends) {
                return false;
            }
        }
        return true;
    }

    /** Whether the fetch is made for a part that comes before. */
    private boolean isFetchedBefore(PathCandidate entry) {
        return paths.isActive(entry) && tree.deferral().precedes(entry.part(), part);
    }

    /** Brings a candidate into use for objects of some types, together with everything it needs. */
    private boolean activate(PathCandidate candidate, List<String> objectTypes) {
        if (paths.cost() + costs.atLeast(candidate.entry()) >= ceiling) {
            return false;
        }
        return switch (candidate) {
            case RootMove root -> activateRootMove(root);
            case FieldMove fieldMove -> activateFieldMove(fieldMove);
            case EntityMove move -> activateEntityMove(move, objectTypes);
        };
    }

    private boolean activateRootMove(RootMove root) {
        if (!paths.isActive(root)) {
            paths.activate(root);
            paths.addCost(CostModel.REQUEST);
        }
        return true;
    }

    private boolean activateFieldMove(FieldMove fieldMove) {
        if (!activate(fieldMove.parent(), fieldMove.field().objectTypes())) {
            return false;
        }
        if (!paths.isActive(fieldMove)) {
            paths.activate(fieldMove);
            paths.addCost(CostModel.FIELD);
            localRequirements.select(fieldMove.parent(), fieldMove.field());
        }
        return true;
    }

    private boolean activateEntityMove(EntityMove move, List<String> objectTypes) {
        Map<String, EntityInput> chosen = paths.inputs(move);
        List<String> missing = chosen.size() == move.objectTypes().size()
                ? List.of()
                : objectTypes.stream()
                        .filter(type -> move.graphNode(type).isPresent() && !chosen.containsKey(type))
                        .toList();
        if (missing.isEmpty()) {
            return paths.isActive(move);
        }
        if (move.part() != part || inProgress.stream().anyMatch(move::repeats) || !inProgress.add(move)) {
            return false;
        }
        // charged at once, so that the search for inputs stops as soon as the move cannot pay off
        long least = costs.atLeast(move);
        paths.addCost(least);
        try {
            List<PathCandidate> typenameSuppliers = new ArrayList<>();
            if (!inputs.supplyTypenamesOnPath(move.node(), typenameSuppliers)) {
                return false;
            }
            for (String objectType : missing) {
                if (!addInput(move, objectType, typenameSuppliers)) {
                    return false;
                }
            }
        } finally {
            inProgress.remove(move);
        }
        if (!paths.isActive(move)) {
            paths.addCost(costs.of(move) - least);
            paths.activate(move);
        }
        return paths.cost() < ceiling;
    }

    private boolean addInput(EntityMove move, String objectType, List<PathCandidate> typenameSuppliers) {
        PathSelection.Changes best = null;
        long outerCeiling = ceiling;
        List<KeyEdge> edges = inputs.edges(move, objectType);
        for (KeyEdge edge : edges) {
            int mark = paths.mark();
            if (edges.size() == 1) {
                return inputs.supplyInput(move, objectType, edge, typenameSuppliers);
            }
            if (inputs.supplyInput(move, objectType, edge, typenameSuppliers) && paths.cost() < ceiling) {
                ceiling = paths.cost();
                best = paths.rollBack(mark);
            } else {
                paths.undoTo(mark);
            }
        }
        ceiling = outerCeiling;
        if (best == null) {
            return false;
        }
        paths.replay(best);
        return true;
    }
}
