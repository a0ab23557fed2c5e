package ft.transcendence.federation.plan.selection;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An executable directive of the client's operation that is forwarded to subgraphs. Composition keeps only directives that all subgraphs
 * define, so each subgraph understands it. {@code toString()} is its GraphQL text.
 *
 * @param arguments as written, with values and variable names unchanged
 */
public record Directive(String name, List<Argument> arguments) {
    public Directive {
        arguments = List.copyOf(arguments);
    }

    /** The text of several directives in a row. */
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
