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
 * The default values of variables in plans. The engine itself replaces a value that is not given by the default, so subgraphs never need it. A
 * declared default only allows a nullable variable in a non-null position, for which any value of the type is good enough. So plans do not
 * contain the client's value.
 */
final class DefaultValues {

    private DefaultValues() {}

    /** The declaration with the shortest default that keeps all uses of the variable valid. */
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

    /** Some value of the type; empty if no value is known to be valid. */
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
