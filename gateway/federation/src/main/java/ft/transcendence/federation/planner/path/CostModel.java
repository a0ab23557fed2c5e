package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import java.util.Map;
import java.util.Set;

/** What ways cost on top of what is chosen already; only for comparing them. A request costs far more than a field. */
final class CostModel {
    static final long REQUEST = 100_000;
    /** A hop to a place and subgraph already hopped to: most likely the same request in the end. */
    private static final long MERGEABLE_MOVE = 2_000;
    /** A hop to a subgraph that is asked elsewhere, and can be at the same time: most likely one more group of that request. */
    private static final long BATCHABLE_MOVE = 10_000;

    private static final long LEVEL = 1_000;
    static final long FIELD = 10;
    /** A leaf that comes later than it could: with equal requests, what is near is taken where it is. */
    private static final long LATE_LEAF = 100;

    private final PathSelection paths;

    CostModel(PathSelection paths) {
        this.paths = paths;
    }

    long ofLeaf(PathCandidate candidate) {
        return FIELD + LATE_LEAF * paths.level(candidate);
    }

    /** A bound for what bringing a root or hop into use costs. */
    long atLeast(PathCandidate entry) {
        if (paths.isActive(entry)) {
            return 0;
        }
        if (!(entry instanceof EntityMove move)) {
            return REQUEST;
        }
        long least = REQUEST;
        for (PathCandidate other : paths.activeEntries()) {
            if (other instanceof EntityMove asked && canBeOneRequest(move, asked)) {
                least = Math.min(least, other.node() == move.node() ? MERGEABLE_MOVE : BATCHABLE_MOVE);
            }
        }
        return least;
    }

    private static boolean canBeOneRequest(EntityMove one, EntityMove other) {
        return one.subgraph().equals(other.subgraph()) && one.entersRootType() == other.entersRootType();
    }

    /** What the hop costs with its inputs as they are chosen. */
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

    /** Whether a hop at some level and another one can be asked at the same time: the earlier waits, unless something waits for it. */
    private static boolean canMeet(int otherLevel, int otherAwaitedAt, int level) {
        return otherLevel >= level || otherAwaitedAt > level;
    }
}
