package ft.transcendence.federation.supergraph;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Value;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the selections of {@code @key}, {@code @requires} and {@code @provides}, and converts arguments of graphql-java. */
public final class FieldSetParser {
    private FieldSetParser() {}

    /**
     * Parses a field set.
     *
     * @throws IllegalArgumentException if the text is not a selection
     */
    public static FieldSet parse(String text) {
        String braced = text.strip().startsWith("{") ? text : "{" + text + "}";
        try {
            Document document = Parser.parse(braced);
            OperationDefinition operation =
                    (OperationDefinition) document.getDefinitions().getFirst();
            return fieldSet(operation.getSelectionSet());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("not a selection of fields: \"" + text + "\"", e);
        }
    }

    private static FieldSet fieldSet(@Nullable SelectionSet selections) {
        if (selections == null) {
            return FieldSet.EMPTY;
        }
        List<FieldSet.Part> parts = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field ->
                    parts.add(new FieldSet.Field(
                            field.getName(), arguments(field.getArguments()), fieldSet(field.getSelectionSet())));
                case InlineFragment fragment -> {
                    FieldSet inner = fieldSet(fragment.getSelectionSet());
                    if (fragment.getTypeCondition() == null) {
                        parts.addAll(inner.parts());
                    } else {
                        parts.add(new FieldSet.Fragment(
                                fragment.getTypeCondition().getName(), inner));
                    }
                }
                default -> throw new IllegalArgumentException("a field set has no named fragments");
            }
        }
        return new FieldSet(parts);
    }

    /** Converts arguments and sorts them by name, so that equal ones compare equal. */
    public static List<Argument> arguments(List<graphql.language.Argument> arguments) {
        return argumentsAsWritten(arguments).stream()
                .sorted(Comparator.comparing(Argument::name))
                .toList();
    }

    /** Converts arguments and keeps their order. */
    public static List<Argument> argumentsAsWritten(List<graphql.language.Argument> arguments) {
        return arguments.stream()
                .map(argument -> new Argument(argument.getName(), value(argument.getValue())))
                .toList();
    }

    public static Value value(graphql.language.Value<?> value) {
        return switch (value) {
            case VariableReference reference -> new Value.VariableReference(reference.getName());
            case ArrayValue array ->
                new Value.ListValue(
                        array.getValues().stream().map(FieldSetParser::value).toList());
            case ObjectValue object -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), value(field.getValue()));
                }
                yield new Value.ObjectValue(fields);
            }
            default -> new Value.Literal(AstPrinter.printAst(value));
        };
    }
}
