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
 * Coerces JSON values to input types and writes them. Default values of input fields are left to the subgraph. Values of custom scalars are not
 * changed.
 */
final class InputCoercion {

    private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private InputCoercion() {}

    /**
     * Writes a value.
     *
     * @param path the position for the message: {@code $filter.name}
     * @return null if the value fits, else the problem; the output must then be discarded
     */
    static @Nullable String write(@Nullable Object value, GraphQLInputType type, String path, JsonWriter out) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value == null
                    ? "Expected a non-null value of type \"" + GraphQLTypeUtil.simplePrint(type) + "\" at \"" + path
                            + "\"."
                    : write(value, (GraphQLInputType) nonNull.getWrappedType(), path, out);
        }
        if (value == null) {
            out.writeNull();
            return null;
        }
        return switch (type) {
            case GraphQLList list -> writeList(value, (GraphQLInputType) list.getWrappedType(), path, out);
            case GraphQLInputObjectType object -> writeObject(value, object, path, out);
            case GraphQLEnumType values -> writeEnum(value, values, path, out);
            case GraphQLScalarType scalar -> writeScalar(value, scalar, path, out);
            default -> "\"" + GraphQLTypeUtil.simplePrint(type) + "\" is no input type.";
        };
    }

    private static @Nullable String writeList(Object value, GraphQLInputType item, String path, JsonWriter out) {
        out.write('[');
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                String problem = write(list.get(i), item, path + "[" + i + "]", out);
                if (problem != null) {
                    return problem;
                }
            }
        } else {
            String problem = write(value, item, path, out);
            if (problem != null) {
                return problem;
            }
        }
        out.write(']');
        return null;
    }

    private static @Nullable String writeObject(
            Object value, GraphQLInputObjectType type, String path, JsonWriter out) {
        if (!(value instanceof Map<?, ?> members)) {
            return expected(type.getName() + " object", path);
        }
        for (Object name : members.keySet()) {
            if (type.getFieldDefinition(String.valueOf(name)) == null) {
                return "Field \"" + name + "\" is not defined by type \"" + type.getName() + "\", at \"" + path + "\".";
            }
        }
        if (type.isOneOf() && (members.size() != 1 || members.containsValue(null))) {
            return "Exactly one field of type \"" + type.getName() + "\" must be given and not null, at \"" + path
                    + "\".";
        }
        char separator = '{';
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            String name = field.getName();
            if (!members.containsKey(name)) {
                if (field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue()) {
                    return "Field \"" + name + "\" of required type \"" + GraphQLTypeUtil.simplePrint(field.getType())
                            + "\" was not provided, at \"" + path + "\".";
                }
                continue;
            }
            out.write(separator);
            separator = ',';
            out.writeString(name);
            out.write(':');
            String problem = write(members.get(name), field.getType(), path + "." + name, out);
            if (problem != null) {
                return problem;
            }
        }
        out.writeAscii(separator == '{' ? "{}" : "}");
        return null;
    }

    private static @Nullable String writeEnum(Object value, GraphQLEnumType type, String path, JsonWriter out) {
        if (value instanceof String name && type.getValue(name) != null) {
            out.writeString(name);
            return null;
        }
        return expected("value of the enum \"" + type.getName() + "\"", path);
    }

    private static @Nullable String writeScalar(Object value, GraphQLScalarType type, String path, JsonWriter out) {
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
            return expected(type.getName(), path);
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

    /** Whether it is an integer of 32 bits, such as {@code 1} and {@code 1.0}. */
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

    private static String expected(String what, String path) {
        return "Expected " + what + " at \"" + path + "\".";
    }
}
