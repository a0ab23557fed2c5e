package ft.transcendence.federation.cost;

/** The cost of an operation cannot be estimated, because a field that requires exactly one slicing argument has none or several. */
public final class UnknownCostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCostException(String message) {
        super(message);
    }
}
