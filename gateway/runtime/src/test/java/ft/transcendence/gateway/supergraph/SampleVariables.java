package ft.transcendence.gateway.supergraph;

import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables that make an operation valid. */
final class SampleVariables {

    private final TypeDefinitionRegistry schema;

    private SampleVariables(TypeDefinitionRegistry schema) {
        this.schema = schema;
    }

    /** The variables that a request must provide. */
    static Map<String, @Nullable Object> required(OperationDefinition operation, TypeDefinitionRegistry schema) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (TypeUtil.isNonNull(variable.getType()) && variable.getDefaultValue() == null) {
                values.put(variable.getName(), new SampleVariables(schema).value(variable.getType()));
            }
        }
        return values;
    }

    /** The required variables, and this number for each variable that is an {@code Int}. */
    static Map<String, @Nullable Object> with(
            int number, OperationDefinition operation, TypeDefinitionRegistry schema) {
        Map<String, @Nullable Object> values = required(operation, schema);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (TypeUtil.unwrapAll(variable.getType()).getName().equals("Int")) {
                values.put(variable.getName(), number);
            }
        }
        return values;
    }

    private Object value(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> value(nonNull.getType());
            case ListType list -> List.of(value(list.getType()));
            case TypeName name -> value(name.getName());
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private Object value(String type) {
        return switch (schema.getTypeOrNull(type)) {
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions().getFirst().getName();
            case InputObjectTypeDefinition input -> fields(input);
            case null, default ->
                switch (type) {
                    case "Int", "Float" -> 1;
                    case "Boolean" -> true;
                    default -> "1";
                };
        };
    }

    private Map<String, Object> fields(InputObjectTypeDefinition input) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (InputValueDefinition field : input.getInputValueDefinitions()) {
            boolean isRequired = TypeUtil.isNonNull(field.getType()) && field.getDefaultValue() == null;
            if (isRequired || input.hasDirective("oneOf") && fields.isEmpty()) {
                fields.put(field.getName(), value(field.getType()));
            }
        }
        return fields;
    }
}
