package ft.transcendence.federation.planner.limits;

import java.time.Duration;

/**
 * The effort one planning may take.
 *
 * @param maxSteps ways looked at; past a quarter of them, ways are taken without looking for cheaper ones
 * @param maxWays ways to have fields, laid out before any is looked at
 * @param maxTime wall-clock time; far more than the steps take, so that it does not decide on a busy machine
 */
public record PlannerLimits(long maxSteps, long maxCandidates, Duration maxTime) {
    private static final long CANDIDATES = 200_000;

    public PlannerLimits {
        if (Math.min(maxSteps, maxCandidates) < 1 || !maxTime.isPositive()) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    public PlannerLimits(long maxSteps, Duration maxTime) {
        this(maxSteps, CANDIDATES, maxTime);
    }

    /** 400,000 steps, where a large operation takes some thousands; 200,000 ways; 30 seconds. */
    public static PlannerLimits defaults() {
        return new PlannerLimits(400_000, Duration.ofSeconds(30));
    }
}
