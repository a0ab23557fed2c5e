package ft.transcendence.federation.planner.path;

import java.util.Map;
import java.util.Set;

/** What ways cost on top of what is chosen already; only for comparing them. A request costs far more than a field. */
final class WayCosts {
    static final long REQUEST = 100_000;
    /** A hop to a place and subgraph already hopped to: most likely the same request in the end. */
    private static final long MERGEABLE_HOP = 2_000;
    /** A hop to a subgraph that is asked elsewhere, and can be at the same time: most likely one more group of that request. */
    private static final long BATCHABLE_HOP = 10_000;

    private static final long LEVEL = 1_000;
    static final long FIELD = 10;
    /** A leaf that comes later than it could: with equal requests, what is near is taken where it is. */
    private static final long LATE_LEAF = 100;

    private final ChosenWays ways;

    WayCosts(ChosenWays ways) {
        this.ways = ways;
    }

    long ofLeaf(Source source) {
        return FIELD + LATE_LEAF * ways.level(source);
    }

    /** A bound for what bringing a root or hop into use costs. */
    long atLeast(Source top) {
        if (ways.isActive(top)) {
            return 0;
        }
        if (!(top instanceof Source.Hop hop)) {
            return REQUEST;
        }
        long least = REQUEST;
        for (Source other : ways.activeTops()) {
            if (other instanceof Source.Hop asked && canBeOneRequest(hop, asked)) {
                least = Math.min(least, other.place() == hop.place() ? MERGEABLE_HOP : BATCHABLE_HOP);
            }
        }
        return least;
    }

    private static boolean canBeOneRequest(Source.Hop one, Source.Hop other) {
        return one.subgraph().equals(other.subgraph()) && one.isRootMove() == other.isRootMove();
    }

    /** What the hop costs with its inputs as they are chosen. */
    long of(Source.Hop hop) {
        long cost = REQUEST;
        int level = ways.level(hop);
        Set<Source> ancestors = ways.ancestors(hop);
        Map<Source, Integer> awaited = ways.awaitedAt();
        for (Source top : ways.activeTops()) {
            if (!(top instanceof Source.Hop other) || !canBeOneRequest(hop, other)) {
                continue;
            }
            boolean independent = !ancestors.contains(other);
            if (independent && other.place() == hop.place() && other.byInterface() == hop.byInterface()) {
                cost = Math.min(cost, MERGEABLE_HOP);
            } else if (independent
                    && canMeet(ways.level(other), awaited.getOrDefault(other, Integer.MAX_VALUE), level)) {
                cost = Math.min(cost, BATCHABLE_HOP);
            }
        }
        return cost + LEVEL * level;
    }

    /** Whether a hop at some level and another one can be asked at the same time: the earlier waits, unless something waits for it. */
    private static boolean canMeet(int otherLevel, int otherAwaitedAt, int level) {
        return otherLevel >= level || otherAwaitedAt > level;
    }
}
