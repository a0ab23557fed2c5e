package ft.transcendence.federation.planner.limits;

/** Thrown when an operation has no plan. The message is written for the client. */
public final class PlanningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    public enum Code {
        /** No sequence of fetches reaches a field of the operation. */
        UNREACHABLE_FIELD,
        /** The operation needs more planning effort than the budget allows. */
        PLANNING_BUDGET_EXCEEDED,
        /** The query tree, or a subgraph request, exceeds its size limit. */
        OPERATION_LIMIT_EXCEEDED
    }

    private final Code code;

    public PlanningException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
