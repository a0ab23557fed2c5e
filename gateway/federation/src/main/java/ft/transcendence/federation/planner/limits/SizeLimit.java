package ft.transcendence.federation.planner.limits;

import ft.transcendence.federation.planner.limits.PlanningException.Code;

/**
 * How much of an operation is laid out. Laying out takes time and memory in proportion and involves no choice, so it takes
 * nothing of the {@link PlanningBudget}; this is what keeps it within bounds.
 */
public final class SizeLimit {
    private long left;

    /** @param ways of fields to be had, all fields together */
    public SizeLimit(long candidates) {
        this.left = candidates;
    }

    /** @throws PlanningException past the limit */
    public void add(int candidates) {
        left -= candidates;
        if (left < 0) {
            throw new PlanningException(
                    Code.OPERATION_LIMIT_EXCEEDED,
                    "The operation selects too many fields of too many types; select fewer fields or fewer types.");
        }
    }
}
