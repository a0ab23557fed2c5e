package ft.transcendence.testkit.stub;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accepts and returns every value unchanged: the rules of a custom scalar are not in its schema. */
final class AnyValueCoercing implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return literal(value, variables);
    }

    private static @Nullable Object literal(Value<?> value, CoercedVariables variables) {
        return switch (value) {
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case EnumValue name -> name.getName();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case VariableReference variable -> variables.get(variable.getName());
            case ArrayValue list ->
                list.getValues().stream().map(item -> literal(item, variables)).toList();
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), literal(field.getValue(), variables));
                }
                yield fields;
            }
            default -> null;
        };
    }
}
