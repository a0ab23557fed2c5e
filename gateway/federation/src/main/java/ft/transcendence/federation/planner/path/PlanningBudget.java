package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.path.PlanningException.Code;
import java.time.Duration;

/** What is left of the effort one planning may take. */
public final class PlanningBudget {
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 1024;

    private final long deadline;
    private long steps;

    /**
     * @param maxSteps ways looked at
     * @param maxTime wall-clock time from now
     */
    public PlanningBudget(long maxSteps, Duration maxTime) {
        this.steps = maxSteps;
        this.deadline = System.nanoTime() + maxTime.toNanos();
    }

    /** @throws PlanningException when nothing is left */
    void spend(int amount) {
        long before = steps;
        steps -= amount;
        boolean readClock = before / STEPS_BETWEEN_CLOCK_READINGS != steps / STEPS_BETWEEN_CLOCK_READINGS;
        if (steps < 0 || readClock && System.nanoTime() - deadline > 0) {
            throw new PlanningException(
                    Code.PLANNING_BUDGET_EXCEEDED,
                    "The operation is too complex to plan; select fewer fields or less deeply.");
        }
    }

    /** True when there is effort left for a search that may be left out. */
    boolean allows(long amount) {
        return steps > amount && System.nanoTime() - deadline < 0;
    }

    long left() {
        return steps;
    }
}
