package ft.transcendence.federation.plan.selection;

/** A named argument of a field. {@code toString()} is its GraphQL text. */
public record Argument(String name, Value value) {
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
