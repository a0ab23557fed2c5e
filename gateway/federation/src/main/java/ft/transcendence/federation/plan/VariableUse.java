package ft.transcendence.federation.plan;

/**
 * A variable of the client's operation that a fetch passes on to its subgraph.
 *
 * @param name the name, without {@code $}
 * @param type the type in GraphQL notation, for example {@code [ID!]!}, with the default value if it has one: {@code Int = 1}
 */
public record VariableUse(String name, String type) {
    @Override
    public String toString() {
        return "$" + name + ": " + type;
    }
}
