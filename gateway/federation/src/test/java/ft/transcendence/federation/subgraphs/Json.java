package ft.transcendence.federation.subgraphs;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain maps, lists, strings, numbers, booleans and null. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static @Nullable Object read(byte[] utf8) {
        return MAPPER.readValue(utf8, Object.class);
    }

    public static @Nullable Object read(String text) {
        return MAPPER.readValue(text, Object.class);
    }

    public static byte[] bytes(@Nullable Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static String prettyText(@Nullable Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** The value as an object's fields. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> fields(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("Not a JSON object: " + value);
    }

    /** The value as a list. */
    @SuppressWarnings("unchecked")
    public static List<@Nullable Object> items(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new IllegalArgumentException("Not a JSON list: " + value);
    }

    /** Deep equality in which an absent field equals null, the order of fields does not matter and numbers compare by value. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return sameItems(list, others);
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            Set<Object> names = new LinkedHashSet<>(map.keySet());
            names.addAll(others.keySet());
            return names.stream().allMatch(name -> same(map.get(name), others.get(name)));
        }
        if (one instanceof Number number && other instanceof Number otherNumber) {
            return decimal(number).compareTo(decimal(otherNumber)) == 0;
        }
        return one.equals(other);
    }

    private static boolean sameItems(List<?> list, List<?> others) {
        if (list.size() != others.size()) {
            return false;
        }
        Iterator<?> other = others.iterator();
        return list.stream().allMatch(item -> same(item, other.next()));
    }

    /** The value of a literal; enum values as text. */
    public static @Nullable Object literal(Value<?> value, Map<String, @Nullable Object> variables) {
        return switch (value) {
            case NullValue ignored -> null;
            case StringValue text -> text.getValue();
            case BooleanValue bool -> bool.isValue();
            case EnumValue name -> name.getName();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case VariableReference variable -> variables.get(variable.getName());
            case ArrayValue list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.getValues().forEach(item -> items.add(literal(item, variables)));
                yield items;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), literal(field.getValue(), variables));
                }
                yield fields;
            }
            default -> throw new IllegalArgumentException("Not a value: " + value);
        };
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
