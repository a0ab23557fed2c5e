package ft.transcendence.federation.plan.selection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A variable of the client's operation that a fetch passes on to its subgraph.
 *
 * @param name the name, without {@code $}
 * @param type the type in GraphQL notation, for example {@code [ID!]!}, followed by default value and directives if any: {@code Int = 1}
 */
public record VariableUse(String name, String type) {
    /** The variables that the selections or the operation's directives use. */
    public static List<VariableUse> readBy(
            List<Selection> selections, List<Directive> directives, List<VariableUse> variables) {
        Set<String> names = new HashSet<>();
        directives.forEach(directive -> collect(directive.arguments().stream(), names));
        collect(selections, names);
        return variables.stream()
                .filter(variable -> names.contains(variable.name()))
                .toList();
    }

    private static void collect(List<Selection> selections, Set<String> names) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> {
                    collect(field.arguments().stream(), names);
                    field.occurrences().stream()
                            .flatMap(Occurrence::directives)
                            .forEach(directive -> collect(directive.arguments().stream(), names));
                    collect(field.selections(), names);
                }
                case InlineFragment fragment -> collect(fragment.selections(), names);
            }
        }
    }

    private static void collect(Stream<Argument> arguments, Set<String> names) {
        arguments.forEach(argument -> names.addAll(argument.value().variables()));
    }

    @Override
    public String toString() {
        return "$" + name + ": " + type;
    }
}
