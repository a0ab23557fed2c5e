package ft.transcendence.federation.planner.limits;

import ft.transcendence.federation.planner.limits.PlanningException.Code;
import java.time.Duration;

/**
 * What is left of the effort one planning may take. Effort is counted in steps, so that the same operation always gets the same
 * plan, however busy the machine is; the clock is only a net below.
 */
public final class PlanningBudget {
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 1024;
    /** With less than this part left, a way that works is taken without looking for a cheaper one. */
    private static final double SCARCE = 0.75;

    private final long deadline;
    private final long scarceBelow;
    private long steps;

    /**
     * @param maxSteps ways looked at
     * @param maxTime wall-clock time from now
     */
    public PlanningBudget(long maxSteps, Duration maxTime) {
        this.steps = maxSteps;
        this.scarceBelow = (long) (maxSteps * SCARCE);
        this.deadline = System.nanoTime() + maxTime.toNanos();
    }

    /** @throws PlanningException when nothing is left */
    public void spend(int amount) {
        long before = steps;
        steps -= amount;
        boolean readClock = before / STEPS_BETWEEN_CLOCK_READINGS != steps / STEPS_BETWEEN_CLOCK_READINGS;
        if (steps < 0 || readClock && System.nanoTime() - deadline > 0) {
            throw exceeded();
        }
    }

    /** The failure of an operation that takes more than the budget. */
    public static PlanningException exceeded() {
        return new PlanningException(
                Code.PLANNING_BUDGET_EXCEEDED,
                "The operation is too complex to plan; select fewer fields or less deeply.");
    }

    /** True when there is no effort left for comparing ways. */
    public boolean isScarce() {
        return steps < scarceBelow;
    }
}
