package ft.transcendence.federation.supergraph;

import ft.transcendence.federation.plan.selection.Argument;
import java.util.List;
import java.util.stream.Collectors;

/** The selection of a {@code @key}, {@code @requires} or {@code @provides}. {@code toString()} returns its GraphQL text. */
public record FieldSet(List<Part> parts) {
    public static final FieldSet EMPTY = new FieldSet(List.of());

    public FieldSet {
        parts = List.copyOf(parts);
    }

    /** A field or a fragment. */
    public sealed interface Part {}

    /** A field with its literal arguments. */
    public record Field(String name, List<Argument> arguments, FieldSet selections) implements Part {
        public Field {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            String written = arguments.isEmpty()
                    ? name
                    : name + arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
            return selections.isEmpty() ? written : written + " { " + selections + " }";
        }
    }

    /** The fields of objects of one type. */
    public record Fragment(String typeCondition, FieldSet selections) implements Part {
        @Override
        public String toString() {
            return "... on " + typeCondition + " { " + selections + " }";
        }
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(" "));
    }
}
