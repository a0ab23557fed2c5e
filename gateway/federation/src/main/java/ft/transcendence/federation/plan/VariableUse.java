package ft.transcendence.federation.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A variable of the client's operation that a fetch passes on to its subgraph.
 *
 * @param name the name, without {@code $}
 * @param type the type in GraphQL notation, for example {@code [ID!]!}, with the default value if it has one: {@code Int = 1}
 */
public record VariableUse(String name, String type) {
    /** Those of the variables that selections read. */
    public static List<VariableUse> readBy(List<Selection> selections, List<VariableUse> variables) {
        Set<String> names = new HashSet<>();
        collect(selections, names);
        return variables.stream()
                .filter(variable -> names.contains(variable.name()))
                .toList();
    }

    private static void collect(List<Selection> selections, Set<String> names) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> {
                    field.arguments()
                            .forEach(argument -> names.addAll(argument.value().variables()));
                    collect(field.selections(), names);
                }
                case InlineFragment fragment -> collect(fragment.selections(), names);
            }
        }
    }

    @Override
    public String toString() {
        return "$" + name + ": " + type;
    }
}
