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
        changes.description(where, name, before.getDescription(), after.getDescription());
        changes.deprecation(
                where, "Argument '" + where + "'", before.getDeprecationReason(), after.getDeprecationReason());
        Optional<String> oldDefault = DefaultValues.print(before.getArgumentDefaultValue());
        Optional<String> newDefault = DefaultValues.print(after.getArgumentDefaultValue());
        if (!oldDefault.equals(newDefault)) {
            changes.dangerous(where, defaultChange(name, oldDefault, newDefault));
        }
        String oldType = TypeCompatibility.print(before.getType());
        String newType = TypeCompatibility.print(after.getType());
        if (oldType.equals(newType)) {
            return;
        }
        String message = "Type for " + name + " changed from '" + oldType + "' to '" + newType + "'";
        if (TypeCompatibility.isSafeInput(before.getType(), after.getType())) {
            changes.safe(where, message);
        } else {
            changes.breaking(where, message);
        }
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
        changes.description(where, "input field '" + where + "'", before.getDescription(), after.getDescription());
        changes.deprecation(
                where, "Input field '" + where + "'", before.getDeprecationReason(), after.getDeprecationReason());
        Optional<String> oldDefault = DefaultValues.print(before.getInputFieldDefaultValue());
        Optional<String> newDefault = DefaultValues.print(after.getInputFieldDefaultValue());
        if (!oldDefault.equals(newDefault)) {
            changes.dangerous(where, defaultChange("input field '" + where + "'", oldDefault, newDefault));
        }
        String oldType = TypeCompatibility.print(before.getType());
        String newType = TypeCompatibility.print(after.getType());
        if (oldType.equals(newType)) {
            return;
        }
        String message = "Input field '" + where + "' changed type from '" + oldType + "' to '" + newType + "'";
        if (TypeCompatibility.isSafeInput(before.getType(), after.getType())) {
            changes.safe(where, message);
        } else {
            changes.breaking(where, message);
        }
    }

    private static String defaultChange(String element, Optional<String> released, Optional<String> next) {
        if (released.isEmpty()) {
            return "Default value '" + next.orElseThrow() + "' was added to " + element;
        }
        if (next.isEmpty()) {
            return "Default value '" + released.get() + "' was removed from " + element;
        }
        return "Default value for " + element + " changed from '" + released.get() + "' to '" + next.get() + "'";
    }
}
