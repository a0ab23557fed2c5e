package ft.transcendence.federation.variables;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Default values of variables, as plans keep them. The engine itself puts a default in the place of a value that is not given, so no
 * subgraph ever needs it. All a declared default does there is to allow a nullable variable where null is not allowed, and for that any value
 * of the type will do: the client's own is not kept.
 */
final class DefaultValues {

    private DefaultValues() {}

    /** The declaration with the least default that keeps it valid wherever the variable is used. */
    static VariableDefinition shortened(VariableDefinition variable, GraphQLSchema schema) {
        Value<?> given = variable.getDefaultValue();
        if (given == null) {
            return variable;
        }
        if (variable.getType() instanceof NonNullType || given instanceof NullValue) {
            return variable.transform(changed -> changed.defaultValue(null));
        }
        Value<?> shortest = any(InputTypes.of(variable.getType(), schema)).orElse(given);
        return variable.transform(changed -> changed.defaultValue(shortest));
    }

    /** Some value of the type; empty where there is no telling which are. */
    private static Optional<Value<?>> any(GraphQLInputType type) {
        return switch (type) {
            case GraphQLList ignored -> Optional.of(ArrayValue.newArrayValue().build());
            case GraphQLEnumType values ->
                values.getValues().stream().findFirst().map(value -> EnumValue.newEnumValue(value.getName())
                        .build());
            case GraphQLScalarType scalar ->
                switch (scalar.getName()) {
                    case "Int", "Float" ->
                        Optional.of(IntValue.newIntValue(BigInteger.ZERO).build());
                    case "String", "ID" ->
                        Optional.of(StringValue.newStringValue("").build());
                    case "Boolean" ->
                        Optional.of(BooleanValue.newBooleanValue(false).build());
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
