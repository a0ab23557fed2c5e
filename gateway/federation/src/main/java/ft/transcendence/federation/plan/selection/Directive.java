package ft.transcendence.federation.plan.selection;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An executable directive of the client's operation that is handed on to subgraphs. Composition keeps only those that all subgraphs define,
 * so each subgraph understands it. {@code toString()} is its GraphQL text.
 *
 * @param arguments as written: neither values nor names of variables are changed
 */
public record Directive(String name, List<Argument> arguments) {
    public Directive {
        arguments = List.copyOf(arguments);
    }

    /** The text of directives that stand one behind the other. */
    public static String text(List<Directive> directives) {
        return directives.stream().map(Directive::toString).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? "@" + name
                : "@" + name + arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
