package ft.transcendence.federation.planner.limits;

import ft.transcendence.federation.planner.limits.PlanningException.Code;
import java.time.Duration;

/**
 * The remaining effort for planning one operation. Effort is counted in steps, so the same operation always gets the same plan, however
 * busy the machine is. The clock is only a safety net.
 */
public final class PlanningBudget {
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 1024;
    /** Below this fraction the search stops comparing: it takes the first path that works. */
    private static final double SCARCE = 0.75;

    private final long deadline;
    private final long scarceBelow;
    private long steps;

    /**
     * @param maxSteps path candidates that may be tried
     * @param maxTime wall-clock time from now on
     */
    public PlanningBudget(long maxSteps, Duration maxTime) {
        this.steps = maxSteps;
        this.scarceBelow = (long) (maxSteps * SCARCE);
        this.deadline = System.nanoTime() + maxTime.toNanos();
    }

    /** @throws PlanningException if nothing is left */
    public void spend(int amount) {
        long before = steps;
        steps -= amount;
        boolean readClock = before / STEPS_BETWEEN_CLOCK_READINGS != steps / STEPS_BETWEEN_CLOCK_READINGS;
        if (steps < 0 || readClock && System.nanoTime() - deadline > 0) {
            throw exceeded();
        }
    }

    /** The failure of an operation that exceeds the budget. */
    public static PlanningException exceeded() {
        return new PlanningException(
                Code.PLANNING_BUDGET_EXCEEDED,
                "The operation is too complex to plan. Select fewer fields, or nest them less deeply.");
    }

    /** True when too little effort is left to compare paths. */
    public boolean isScarce() {
        return steps < scarceBelow;
    }
}
