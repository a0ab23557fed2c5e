package ft.transcendence.schemacheck.operations;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation relies on in a schema. What the schema does not have is skipped: validation tells of it.
 *
 * @param coordinates types, {@code Type.field}, {@code Type.field.argument}, {@code Enum.VALUE}, {@code Input.field}
 * @param deprecated uses of deprecated elements, in the order of the document
 */
public record UsedElements(Set<String> coordinates, List<DeprecatedUse> deprecated) {

    /**
     * A use of a deprecated element.
     *
     * @param element for people, such as {@code The field User.bio}
     */
    public record DeprecatedUse(
            String element, String reason, @Nullable SourceLocation place) {}

    public static UsedElements of(Document document, GraphQLSchema schema) {
        Walk walk = new Walk(schema);
        document.getDefinitionsOfType(OperationDefinition.class).forEach(walk::operation);
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(walk::fragment);
        return new UsedElements(walk.coordinates, walk.deprecated);
    }

    private static final class Walk {
        private final GraphQLSchema schema;
        private final Set<String> coordinates = new HashSet<>();
        private final List<DeprecatedUse> deprecated = new ArrayList<>();

        Walk(GraphQLSchema schema) {
            this.schema = schema;
        }

        void operation(OperationDefinition operation) {
            operation.getVariableDefinitions().forEach(this::variable);
            GraphQLNamedType root =
                    switch (operation.getOperation()) {
                        case QUERY -> schema.getQueryType();
                        case MUTATION -> schema.getMutationType();
                        case SUBSCRIPTION -> schema.getSubscriptionType();
                    };
            selections(operation.getSelectionSet(), root);
        }

        void fragment(FragmentDefinition fragment) {
            selections(fragment.getSelectionSet(), use(fragment.getTypeCondition()));
        }

        /** A variable of an input type may carry any of its fields and values. */
        private void variable(VariableDefinition variable) {
            Type<?> type = variable.getType();
            while (!(type instanceof TypeName)) {
                type = (Type<?>) type.getChildren().getFirst();
            }
            input(schema.getType(((TypeName) type).getName()), new HashSet<>());
        }

        private void input(@Nullable GraphQLType type, Set<String> seen) {
            if (!(type instanceof GraphQLNamedType named) || !seen.add(named.getName())) {
                return;
            }
            coordinates.add(named.getName());
            if (named instanceof GraphQLEnumType values) {
                values.getValues().forEach(value -> coordinates.add(named.getName() + "." + value.getName()));
            }
            if (named instanceof GraphQLInputObjectType object) {
                for (GraphQLInputObjectField field : object.getFields()) {
                    coordinates.add(named.getName() + "." + field.getName());
                    input(GraphQLTypeUtil.unwrapAll(field.getType()), seen);
                }
            }
        }

        private @Nullable GraphQLNamedType use(TypeName condition) {
            GraphQLType type = schema.getType(condition.getName());
            if (!(type instanceof GraphQLNamedType named)) {
                return null;
            }
            coordinates.add(named.getName());
            return named;
        }

        private void selections(@Nullable SelectionSet selections, @Nullable GraphQLNamedType parent) {
            if (selections == null || parent == null) {
                return;
            }
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field && parent instanceof GraphQLFieldsContainer container) {
                    field(field, container);
                }
                if (selection instanceof InlineFragment fragment) {
                    TypeName condition = fragment.getTypeCondition();
                    selections(fragment.getSelectionSet(), condition == null ? parent : use(condition));
                }
            }
        }

        private void field(Field field, GraphQLFieldsContainer parent) {
            GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
            if (definition == null) {
                return;
            }
            String coordinate = parent.getName() + "." + definition.getName();
            GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
            coordinates.add(coordinate);
            coordinates.add(type.getName());
            definition.getArguments().forEach(argument -> coordinates.add(coordinate + "." + argument.getName()));
            deprecated("The field " + coordinate, definition.getDeprecationReason(), field.getSourceLocation());
            for (Argument argument : field.getArguments()) {
                Optional.ofNullable(definition.getArgument(argument.getName()))
                        .ifPresent(known -> argument(coordinate, argument, known));
            }
            selections(field.getSelectionSet(), type);
        }

        private void argument(String field, Argument argument, GraphQLArgument definition) {
            deprecated(
                    "The argument " + field + "." + definition.getName(),
                    definition.getDeprecationReason(),
                    argument.getSourceLocation());
            value(argument.getValue(), GraphQLTypeUtil.unwrapAll(definition.getType()));
        }

        private void value(Value<?> value, GraphQLNamedType type) {
            switch (value) {
                case ArrayValue list -> list.getValues().forEach(item -> value(item, type));
                case ObjectValue object
                when type instanceof GraphQLInputObjectType input ->
                    object.getObjectFields().forEach(field -> inputField(field, input));
                case EnumValue constant when type instanceof GraphQLEnumType values -> constant(constant, values);
                default -> {
                    // other values use nothing of the schema
                }
            }
        }

        private void inputField(ObjectField field, GraphQLInputObjectType type) {
            GraphQLInputObjectField definition = type.getFieldDefinition(field.getName());
            if (definition == null) {
                return;
            }
            String coordinate = type.getName() + "." + definition.getName();
            coordinates.add(coordinate);
            deprecated("The input field " + coordinate, definition.getDeprecationReason(), field.getSourceLocation());
            value(field.getValue(), GraphQLTypeUtil.unwrapAll(definition.getType()));
        }

        private void constant(EnumValue constant, GraphQLEnumType type) {
            GraphQLEnumValueDefinition definition = type.getValue(constant.getName());
            if (definition == null) {
                return;
            }
            String coordinate = type.getName() + "." + definition.getName();
            coordinates.add(coordinate);
            deprecated("The enum value " + coordinate, definition.getDeprecationReason(), constant.getSourceLocation());
        }

        private void deprecated(String element, @Nullable String reason, @Nullable SourceLocation place) {
            if (reason != null) {
                deprecated.add(new DeprecatedUse(element, reason, place));
            }
        }
    }
}
