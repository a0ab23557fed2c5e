package ft.transcendence.federation.planner;

import java.time.Duration;

/**
 * The effort one planning may take.
 *
 * @param maxSteps ways looked at
 * @param maxTime wall-clock time
 */
public record PlannerLimits(long maxSteps, Duration maxTime) {
    public PlannerLimits {
        if (maxSteps < 1 || !maxTime.isPositive()) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** 5,000,000 steps, 3 seconds. */
    public static PlannerLimits defaults() {
        return new PlannerLimits(5_000_000, Duration.ofSeconds(3));
    }
}
