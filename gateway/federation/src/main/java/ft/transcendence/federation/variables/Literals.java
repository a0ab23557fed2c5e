package ft.transcendence.federation.variables;

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
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts literals of a valid document to JSON values. */
final class Literals {

    private Literals() {}

    /** Whether the literal has a JSON equivalent: it uses no variable, and all names in it are values of enums. */
    static boolean isJson(Value<?> literal, GraphQLInputType type) {
        GraphQLInputType nullable = (GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(type);
        return switch (literal) {
            case VariableReference ignored -> false;
            case EnumValue ignored -> GraphQLTypeUtil.unwrapAll(nullable) instanceof GraphQLEnumType;
            case ArrayValue array -> {
                GraphQLInputType item =
                        nullable instanceof GraphQLList list ? (GraphQLInputType) list.getWrappedType() : nullable;
                yield array.getValues().stream().allMatch(value -> isJson(value, item));
            }
            case ObjectValue object ->
                object.getObjectFields().stream().allMatch(field -> isJson(field.getValue(), typeOf(field, nullable)));
            default -> true;
        };
    }

    /** The type of a field of an input object; in the value of a custom scalar, that scalar. */
    private static GraphQLInputType typeOf(ObjectField field, GraphQLInputType type) {
        GraphQLInputObjectField definition = GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType object
                ? object.getFieldDefinition(field.getName())
                : null;
        return definition == null ? type : definition.getType();
    }

    /** The JSON value of a literal: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Number} or null. */
    static @Nullable Object plain(Value<?> literal) {
        return switch (literal) {
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case IntValue number -> whole(number.getValue());
            case FloatValue number -> number.getValue();
            case EnumValue value -> value.getName();
            case ArrayValue array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.getValues().forEach(item -> items.add(plain(item)));
                yield items;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                object.getObjectFields().forEach(field -> members.put(field.getName(), plain(field.getValue())));
                yield members;
            }
            default -> null;
        };
    }

    private static Number whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? number.longValue() : number;
    }
}
