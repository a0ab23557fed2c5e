package ft.transcendence.federation.planner.limits;

import java.time.Duration;

/**
 * Limits on the effort of planning one operation.
 *
 * @param maxSteps path candidates tried; once a quarter of them is spent, the first usable candidate is taken instead of the cheapest
 * @param maxCandidates path candidates in the query tree, all fields together
 * @param maxTime wall-clock time; far longer than the steps take, so that a busy machine does not change the outcome
 */
public record PlannerLimits(long maxSteps, long maxCandidates, Duration maxTime) {
    private static final long CANDIDATES = 200_000;

    public PlannerLimits {
        if (Math.min(maxSteps, maxCandidates) < 1 || !maxTime.isPositive()) {
            throw new IllegalArgumentException("Planner limits must be positive");
        }
    }

    public PlannerLimits(long maxSteps, Duration maxTime) {
        this(maxSteps, CANDIDATES, maxTime);
    }

    /** 400,000 steps (a large operation takes a few thousand), 200,000 candidates, 30 seconds. */
    public static PlannerLimits defaults() {
        return new PlannerLimits(400_000, Duration.ofSeconds(30));
    }
}
