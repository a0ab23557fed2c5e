package ft.transcendence.composition.selection;

/** A selection does not fit the schema. Never leaves the package: {@link Resolution.Unresolved} carries the message. */
final class UnresolvedSelectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnresolvedSelectionException(String message) {
        super(message, null, false, false);
    }
}
