package ft.transcendence.federation.planner.limits;

import ft.transcendence.federation.planner.limits.PlanningException.Code;

/**
 * Limits how large a query tree or a subgraph request may grow. Building them takes time and memory in proportion to their size but involves
 * no search, so it spends nothing of the {@link PlanningBudget}.
 */
public final class SizeLimit {
    private long left;

    /** @param candidates path candidates, all fields together */
    public SizeLimit(long candidates) {
        this.left = candidates;
    }

    /** @throws PlanningException past the limit */
    public void add(int candidates) {
        left -= candidates;
        if (left < 0) {
            throw new PlanningException(
                    Code.OPERATION_LIMIT_EXCEEDED,
                    "The operation selects too many fields of too many types. Select fewer fields or fewer types.");
        }
    }
}
