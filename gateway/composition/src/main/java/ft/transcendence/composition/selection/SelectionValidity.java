package ft.transcendence.composition.selection;

import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Schema;
import graphql.language.Argument;
import graphql.language.VariableReference;
import java.util.Optional;

/** Whether a resolved selection is complete: all required arguments are given, leaves and only leaves select nothing below, and nothing has an alias. */
public final class SelectionValidity {
    private final Schema schema;

    private SelectionValidity(Schema schema) {
        this.schema = schema;
    }

    /** What is wrong with the selection, as the end of a sentence. */
    public static Optional<String> problem(Schema schema, SelectionSet selections) {
        return new SelectionValidity(schema).problem(selections);
    }

    private Optional<String> problem(SelectionSet selections) {
        for (Selection selection : selections.selections()) {
            Optional<String> problem =
                    switch (selection) {
                        case Selection.OfField field -> problem(field);
                        case Selection.OfFragment fragment -> problem(fragment.selections());
                    };
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(Selection.OfField selection) {
        for (InputValue argument : selection.definition().arguments().values()) {
            Optional<String> problem = problem(selection, argument);
            if (problem.isPresent()) {
                return problem;
            }
        }
        if (selection.alias() != null) {
            return Optional.of("the field \"" + selection.name() + "\" has the alias \"" + selection.alias() + "\"");
        }
        boolean isLeaf = !SelectionResolver.isComposite(
                schema, selection.definition().type().namedType());
        if (!isLeaf && selection.selections().isEmpty()) {
            return Optional.of("nothing of \"" + selection.definition().coordinate() + "\" is selected");
        }
        return problem(selection.selections());
    }

    private static Optional<String> problem(Selection.OfField selection, InputValue argument) {
        if (argument.has(KnownDirective.FROM_CONTEXT)) {
            return Optional.empty();
        }
        Optional<Argument> given = selection.arguments().stream()
                .filter(candidate -> candidate.getName().equals(argument.name()))
                .findFirst();
        if (given.isEmpty()) {
            return argument.isRequired()
                    ? Optional.of("the required argument \"" + argument.coordinate() + "\" is missing")
                    : Optional.empty();
        }
        return given.get().getValue() instanceof VariableReference variable
                ? Optional.of("there is no variable \"$" + variable.getName() + "\"")
                : Optional.empty();
    }
}
