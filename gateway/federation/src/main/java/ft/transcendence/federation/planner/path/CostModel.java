package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import java.util.Map;
import java.util.Set;

/** What a path adds to the cost of the paths selected so far. Only for comparing paths: a request costs far more than a field. */
final class CostModel {
    static final long REQUEST = 100_000;
    /** An entity move from the same node to the same subgraph as one already selected: most likely they become one fetch. */
    private static final long MERGEABLE_MOVE = 2_000;
    /** An entity move to a subgraph that can be fetched from at the same time anyway: most likely one more group of that fetch. */
    private static final long BATCHABLE_MOVE = 10_000;

    private static final long LEVEL = 1_000;
    static final long FIELD = 10;
    /** A leaf that arrives later than it could. With equally many requests, the nearest path wins. */
    private static final long LATE_LEAF = 100;

    private final PathSelection paths;

    CostModel(PathSelection paths) {
        this.paths = paths;
    }

    long ofLeaf(PathCandidate candidate) {
        return FIELD + LATE_LEAF * paths.level(candidate);
    }

    /** A lower bound for the cost of a root move or entity move. */
    long atLeast(PathCandidate entry) {
        if (paths.isActive(entry)) {
            return 0;
        }
        if (!(entry instanceof EntityMove move)) {
            return REQUEST;
        }
        long least = REQUEST;
        for (PathCandidate other : paths.activeEntries()) {
            if (other instanceof EntityMove otherMove && canBeOneRequest(move, otherMove)) {
                least = Math.min(least, other.node() == move.node() ? MERGEABLE_MOVE : BATCHABLE_MOVE);
            }
        }
        return least;
    }

    private static boolean canBeOneRequest(EntityMove one, EntityMove other) {
        return one.subgraph().equals(other.subgraph())
                && one.part() == other.part()
                && one.entersRootType() == other.entersRootType();
    }

    /** The cost of an entity move with its selected inputs. */
    long of(EntityMove move) {
        long cost = REQUEST;
        int level = paths.level(move);
        Set<PathCandidate> ancestors = paths.ancestors(move);
        Map<PathCandidate, Integer> awaited = paths.awaitedAt();
        for (PathCandidate entry : paths.activeEntries()) {
            if (!(entry instanceof EntityMove other) || !canBeOneRequest(move, other)) {
                continue;
            }
            boolean independent = !ancestors.contains(other);
            if (independent && other.node() == move.node() && other.byInterface() == move.byInterface()) {
                cost = Math.min(cost, MERGEABLE_MOVE);
            } else if (independent
                    && canMeet(paths.level(other), awaited.getOrDefault(other, Integer.MAX_VALUE), level)) {
                cost = Math.min(cost, BATCHABLE_MOVE);
            }
        }
        return cost + LEVEL * level;
    }

    /** Whether two entity moves can run at the same time: the earlier one is delayed, unless something waits for it. */
    private static boolean canMeet(int otherLevel, int otherAwaitedAt, int level) {
        return otherLevel >= level || otherAwaitedAt > level;
    }
}
