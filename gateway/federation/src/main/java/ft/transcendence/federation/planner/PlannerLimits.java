package ft.transcendence.federation.planner;

import java.time.Duration;

/**
 * The effort one planning may take.
 *
 * @param maxSteps ways looked at; past a quarter of them, ways are taken without looking for cheaper ones
 * @param maxTime wall-clock time; far more than the steps take, so that it does not decide on a busy machine
 */
public record PlannerLimits(long maxSteps, Duration maxTime) {
    public PlannerLimits {
        if (maxSteps < 1 || !maxTime.isPositive()) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** 400,000 steps, where a large operation takes some thousands; 30 seconds. */
    public static PlannerLimits defaults() {
        return new PlannerLimits(400_000, Duration.ofSeconds(30));
    }
}
