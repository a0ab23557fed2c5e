package ft.transcendence.federation.cost;

/** The client did not say what its operation costs: a field that needs exactly one slicing argument has none, or several. */
public final class UnknownCostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCostException(String message) {
        super(message);
    }
}
