package ft.transcendence.schemacheck.changes;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Optional;

/** Changes of what clients send: arguments and fields of input types. */
final class InputChanges {
    private final ChangeList changes;

    InputChanges(ChangeList changes) {
        this.changes = changes;
    }

    void arguments(String field, GraphQLFieldDefinition released, GraphQLFieldDefinition next) {
        arguments(field, "field '" + field + "'", released.getArguments(), next.getArguments());
    }

    void arguments(String parent, String element, List<GraphQLArgument> released, List<GraphQLArgument> next) {
        ByName<GraphQLArgument> arguments = ByName.of(released, next);
        arguments.removed(argument -> changes.breaking(
                parent + "." + argument.getName(),
                "Argument '" + argument.getName() + ": " + TypeCompatibility.print(argument.getType())
                        + "' was removed from " + element));
        arguments.added(argument -> added(parent, element, argument));
        arguments.kept((before, after) -> argument(parent, element, before, after));
    }

    private void added(String parent, String element, GraphQLArgument argument) {
        String where = parent + "." + argument.getName();
        boolean hasDefault = argument.hasSetDefaultValue();
        String message = "Argument '" + argument.getName() + ": " + TypeCompatibility.print(argument.getType()) + "'"
                + (hasDefault ? " (with default value)" : "") + " added to " + element;
        if (GraphQLTypeUtil.isNonNull(argument.getType()) && !hasDefault) {
            changes.breaking(where, message);
        } else {
            changes.dangerous(where, message);
        }
    }

    private void argument(String parent, String element, GraphQLArgument before, GraphQLArgument after) {
        String where = parent + "." + after.getName();
        String name = "argument '" + after.getName() + "' on " + element;
        changes.description(where, name, before, after);
        changes.deprecation(
                where, "Argument '" + where + "'", before.getDeprecationReason(), after.getDeprecationReason());
        changes.defaultValue(where, name, before.getArgumentDefaultValue(), after.getArgumentDefaultValue());
        changes.type(
                where,
                "Type for " + name + " changed",
                before.getType(),
                after.getType(),
                TypeCompatibility::isSafeInput);
    }

    void fields(GraphQLInputObjectType released, GraphQLInputObjectType next) {
        ByName<GraphQLInputObjectField> fields = ByName.of(released.getFields(), next.getFields());
        fields.removed(field -> changes.breaking(
                released.getName() + "." + field.getName(),
                "Input field '" + field.getName() + "' " + (field.isDeprecated() ? "(deprecated) " : "")
                        + "was removed from input object type '" + released.getName() + "'"));
        fields.added(field -> added(next.getName(), field));
        fields.kept((before, after) -> field(next.getName(), before, after));
        if (!released.isOneOf() && next.isOneOf()) {
            changes.breaking(
                    next.getName(), "Input object type '" + next.getName() + "' takes exactly one field now (@oneOf)");
        } else if (released.isOneOf() && !next.isOneOf()) {
            changes.safe(
                    next.getName(), "Input object type '" + next.getName() + "' takes several fields now (no @oneOf)");
        }
    }

    private void added(String type, GraphQLInputObjectField field) {
        String where = type + "." + field.getName();
        Optional<String> defaultValue = DefaultValues.print(field.getInputFieldDefaultValue());
        String message =
                "Input field '" + field.getName() + "' of type '" + TypeCompatibility.print(field.getType()) + "'"
                        + defaultValue
                                .map(value -> " with default value '" + value + "'")
                                .orElse("")
                        + " was added to input object type '" + type + "'";
        if (defaultValue.isPresent()) {
            changes.dangerous(where, message);
        } else if (GraphQLTypeUtil.isNonNull(field.getType())) {
            changes.breaking(where, message);
        } else {
            changes.safe(where, message);
        }
    }

    private void field(String type, GraphQLInputObjectField before, GraphQLInputObjectField after) {
        String where = type + "." + after.getName();
        changes.description(where, "input field '" + where + "'", before, after);
        changes.deprecation(
                where, "Input field '" + where + "'", before.getDeprecationReason(), after.getDeprecationReason());
        changes.defaultValue(
                where,
                "input field '" + where + "'",
                before.getInputFieldDefaultValue(),
                after.getInputFieldDefaultValue());
        changes.type(
                where,
                "Input field '" + where + "' changed type",
                before.getType(),
                after.getType(),
                TypeCompatibility::isSafeInput);
    }
}
