package ft.transcendence.federation.variables;

import ft.transcendence.federation.json.JsonWriter;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a JSON value against an input type and writes it coerced, or says what is wrong. Default values of input fields are left to
 * the subgraph, which knows them; custom scalars pass as they are.
 */
final class InputCoercion {

    private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private InputCoercion() {}

    /**
     * @param place for the message: {@code $filter.name}
     * @return null if the value fits, else the problem; what was written is then of no use
     */
    static @Nullable String write(@Nullable Object value, GraphQLInputType type, String place, JsonWriter out) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value == null
                    ? "Expected a non-null value of type \"" + GraphQLTypeUtil.simplePrint(type) + "\" at \"" + place
                            + "\"."
                    : write(value, (GraphQLInputType) nonNull.getWrappedType(), place, out);
        }
        if (value == null) {
            out.writeNull();
            return null;
        }
        return switch (type) {
            case GraphQLList list -> writeList(value, (GraphQLInputType) list.getWrappedType(), place, out);
            case GraphQLInputObjectType object -> writeObject(value, object, place, out);
            case GraphQLEnumType values -> writeEnum(value, values, place, out);
            case GraphQLScalarType scalar -> writeScalar(value, scalar, place, out);
            default -> "\"" + GraphQLTypeUtil.simplePrint(type) + "\" is no input type.";
        };
    }

    private static @Nullable String writeList(Object value, GraphQLInputType item, String place, JsonWriter out) {
        out.write('[');
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                String problem = write(list.get(i), item, place + "[" + i + "]", out);
                if (problem != null) {
                    return problem;
                }
            }
        } else {
            String problem = write(value, item, place, out);
            if (problem != null) {
                return problem;
            }
        }
        out.write(']');
        return null;
    }

    private static @Nullable String writeObject(
            Object value, GraphQLInputObjectType type, String place, JsonWriter out) {
        if (!(value instanceof Map<?, ?> members)) {
            return expected(type.getName() + " object", place);
        }
        for (Object name : members.keySet()) {
            if (type.getFieldDefinition(String.valueOf(name)) == null) {
                return "Field \"" + name + "\" is not defined by type \"" + type.getName() + "\", at \"" + place
                        + "\".";
            }
        }
        if (type.isOneOf() && (members.size() != 1 || members.containsValue(null))) {
            return "Exactly one field of type \"" + type.getName() + "\" must be given and not null, at \"" + place
                    + "\".";
        }
        char separator = '{';
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            String name = field.getName();
            if (!members.containsKey(name)) {
                if (field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue()) {
                    return "Field \"" + name + "\" of required type \"" + GraphQLTypeUtil.simplePrint(field.getType())
                            + "\" was not provided, at \"" + place + "\".";
                }
                continue;
            }
            out.write(separator);
            separator = ',';
            out.writeString(name);
            out.write(':');
            String problem = write(members.get(name), field.getType(), place + "." + name, out);
            if (problem != null) {
                return problem;
            }
        }
        out.writeAscii(separator == '{' ? "{}" : "}");
        return null;
    }

    private static @Nullable String writeEnum(Object value, GraphQLEnumType type, String place, JsonWriter out) {
        if (value instanceof String name && type.getValue(name) != null) {
            out.writeString(name);
            return null;
        }
        return expected("value of the enum \"" + type.getName() + "\"", place);
    }

    private static @Nullable String writeScalar(Object value, GraphQLScalarType type, String place, JsonWriter out) {
        boolean fits =
                switch (type.getName()) {
                    case "Int" -> value instanceof Number number && isInt(number);
                    case "Float" -> value instanceof Number;
                    case "String" -> value instanceof String;
                    case "Boolean" -> value instanceof Boolean;
                    case "ID" -> value instanceof String || isInteger(value);
                    default -> true;
                };
        if (!fits) {
            return expected(type.getName(), place);
        }
        switch (type.getName()) {
            case "ID" -> out.writeString(value.toString());
            case "Int" -> out.writeAscii(Integer.toString(((Number) value).intValue()));
            default -> out.writeValue(value);
        }
        return null;
    }

    private static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof BigInteger;
    }

    /** Whether it is a whole number of 32 bits; {@code 1.0} is. */
    private static boolean isInt(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return number.longValue() == number.intValue();
        }
        if (number instanceof Double || number instanceof Float) {
            return number.doubleValue() == number.intValue();
        }
        if (!(number instanceof BigDecimal decimal)
                || decimal.precision() > 1_000
                || Math.abs((long) decimal.scale()) > 1_000) {
            return false;
        }
        return decimal.stripTrailingZeros().scale() <= 0
                && decimal.compareTo(INT_MIN) >= 0
                && decimal.compareTo(INT_MAX) <= 0;
    }

    private static String expected(String what, String place) {
        return "Expected " + what + " at \"" + place + "\".";
    }
}
