package ft.transcendence.composition.selection;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Directive;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a {@link SelectionSet}: a field or a fragment. {@code toString()} returns its GraphQL text. */
public sealed interface Selection {

    /** Directives applied to the selection. */
    List<Directive> directives();

    /** What is selected below; empty for a leaf. */
    SelectionSet selections();

    /** The same selection with other selections below. */
    Selection with(SelectionSet selections);

    /** What tells the selection from others of its level: selections with the same key are one. */
    String key();

    /**
     * A field.
     *
     * @param definition the selected field; that of {@code __typename} belongs to no schema
     * @param alias null if it has none
     */
    record OfField(
            Field definition,
            @Nullable String alias,
            List<Argument> arguments,
            List<Directive> directives,
            SelectionSet selections)
            implements Selection {
        public OfField {
            arguments = List.copyOf(arguments);
            directives = List.copyOf(directives);
        }

        public String name() {
            return definition.name();
        }

        public boolean isTypename() {
            return definition.name().equals(SelectionResolver.TYPENAME);
        }

        @Override
        public Selection with(SelectionSet changed) {
            return new OfField(definition, alias, arguments, directives, changed);
        }

        @Override
        public String key() {
            if (alias == null && arguments.isEmpty() && directives.isEmpty()) {
                return definition.name();
            }
            String name = alias == null ? definition.name() : alias + ": " + definition.name();
            String written = arguments.isEmpty()
                    ? name
                    : name
                            + arguments.stream()
                                    .map(AstPrinter::printAst)
                                    .sorted()
                                    .collect(Collectors.joining(", ", "(", ")"));
            return written + printed(directives);
        }

        @Override
        public String toString() {
            return selections.isEmpty() ? key() : key() + " { " + selections + " }";
        }
    }

    /**
     * An inline fragment.
     *
     * @param condition null if the fragment has no type condition
     */
    record OfFragment(@Nullable NamedType condition, List<Directive> directives, SelectionSet selections)
            implements Selection {
        public OfFragment {
            directives = List.copyOf(directives);
        }

        @Override
        public Selection with(SelectionSet changed) {
            return new OfFragment(condition, directives, changed);
        }

        @Override
        public String key() {
            return (condition == null ? "..." : "... on " + condition.name()) + printed(directives);
        }

        @Override
        public String toString() {
            return key() + " { " + selections + " }";
        }
    }

    private static String printed(List<Directive> directives) {
        return directives.stream()
                .map(directive -> " " + AstPrinter.printAst(directive))
                .collect(Collectors.joining());
    }
}
