package ft.transcendence.federation.planner.limits;

/** No plan could be made. The message is meant for the client. */
public final class PlanningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** No sequence of fetches gives a field of the operation. */
        UNREACHABLE_FIELD,
        /** The operation needs more planning than the budget allows. */
        PLANNING_BUDGET_EXCEEDED,
        /** The operation becomes too large before any choice is made, or a request to a subgraph does. */
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
