package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.MergedData.Instance;
import ft.transcendence.federation.subgraphs.Json;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Defines field values, equally for subgraphs and for the merged data: a text contains the arguments and the requirement it was computed from,
 * and a list is cut to its {@code limit}. An argument whose name starts with {@code hidden} has no effect.
 */
final class FieldSemantics {

    private final MergedData data;
    private final GraphQLSchema types;
    private final Map<String, SelectionSet> requirements;

    /**
     * @param types the consumer schema with inaccessible elements
     * @param requirements the field sets of {@code @requires} by {@code ObjectType.field}
     */
    FieldSemantics(MergedData data, GraphQLSchema types, Map<String, SelectionSet> requirements) {
        this.data = data;
        this.types = types;
        this.requirements = Map.copyOf(requirements);
    }

    /** The field's value, with its requirement taken from the merged data. */
    @Nullable Object value(Instance instance, String field, Map<String, @Nullable Object> arguments) {
        SelectionSet requirement = requirements.get(instance.type() + "." + field);
        return value(instance, field, arguments, requirement == null ? null : fromData(instance, requirement));
    }

    @Nullable Object value(
            Instance instance,
            String field,
            Map<String, @Nullable Object> arguments,
            @Nullable Map<String, @Nullable Object> requirement) {
        Object value = data.follow(instance.fields().get(field));
        if (value instanceof List<?> list && arguments.get("limit") instanceof Number limit) {
            value = list.subList(0, Math.max(0, Math.min(list.size(), limit.intValue())));
        }
        if (!(value instanceof String text)) {
            return value;
        }
        return text + effectiveArguments(arguments) + (requirement == null ? "" : "<" + Json.text(requirement) + ">");
    }

    /** The effective arguments as text; empty if there are none. */
    static String effectiveArguments(Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> effective = new TreeMap<>(arguments);
        effective.keySet().removeIf(name -> name.startsWith("hidden"));
        return effective.isEmpty() ? "" : sorted(effective);
    }

    /** The values of a field set in the merged data. */
    Map<String, @Nullable Object> fromData(Instance instance, SelectionSet fieldSet) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Selection<?> selection : fieldSet.getSelections()) {
            switch (selection) {
                case Field field when field.getName().equals("__typename") -> values.put("__typename", instance.type());
                case Field field ->
                    values.put(
                            field.getName(),
                            below(
                                    value(instance, field.getName(), arguments(instance.type(), field)),
                                    field.getSelectionSet()));
                case InlineFragment fragment -> {
                    if (isOf(instance.type(), fragment.getTypeCondition().getName())) {
                        values.putAll(fromData(instance, fragment.getSelectionSet()));
                    }
                }
                default -> throw new IllegalArgumentException("Not part of a field set: " + selection);
            }
        }
        return values;
    }

    /** The values of a field set in a representation; a missing one is an error. */
    Map<String, @Nullable Object> fromRepresentation(Map<String, @Nullable Object> object, SelectionSet fieldSet) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Selection<?> selection : fieldSet.getSelections()) {
            switch (selection) {
                case Field field -> {
                    if (!object.containsKey(field.getName())) {
                        throw new IllegalStateException(
                                field.getName() + " is required but not in " + Json.text(object));
                    }
                    values.put(field.getName(), represented(object.get(field.getName()), field.getSelectionSet()));
                }
                case InlineFragment fragment -> {
                    if (mayApply(fragment, object)) {
                        values.putAll(fromRepresentation(object, fragment.getSelectionSet()));
                    }
                }
                default -> throw new IllegalArgumentException("Not part of a field set: " + selection);
            }
        }
        return values;
    }

    /** The object types that a type stands for. */
    List<String> objectTypes(String type) {
        return switch (types.getType(type)) {
            case GraphQLInterfaceType abstractType ->
                types.getImplementations(abstractType).stream()
                        .map(GraphQLObjectType::getName)
                        .toList();
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLNamedType::getName).toList();
            case null, default -> List.of(type);
        };
    }

    /** Whether an object type is a type, implements it or belongs to it. */
    boolean isOf(String objectType, String type) {
        return objectTypes(type).contains(objectType);
    }

    private boolean mayApply(InlineFragment fragment, Map<String, @Nullable Object> object) {
        if (object.get("__typename") instanceof String type) {
            return isOf(type, fragment.getTypeCondition().getName());
        }
        return fragment.getSelectionSet().getSelectionsOfType(Field.class).stream()
                .allMatch(field -> object.containsKey(field.getName()));
    }

    private @Nullable Object below(@Nullable Object value, @Nullable SelectionSet fieldSet) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(below(item, fieldSet)));
            return items;
        }
        return value instanceof Instance instance && fieldSet != null ? fromData(instance, fieldSet) : value;
    }

    private @Nullable Object represented(@Nullable Object value, @Nullable SelectionSet fieldSet) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(represented(item, fieldSet)));
            return items;
        }
        return value instanceof Map<?, ?> && fieldSet != null
                ? fromRepresentation(Json.fields(value), fieldSet)
                : value;
    }

    /** The arguments as written, with defaults filled in. */
    private Map<String, @Nullable Object> arguments(String type, Field field) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        GraphQLFieldDefinition definition = types.getObjectType(type).getFieldDefinition(field.getName());
        for (GraphQLArgument argument : definition.getArguments()) {
            if (argument.hasSetDefaultValue()
                    && argument.getArgumentDefaultValue().getValue() instanceof Value<?> literal) {
                arguments.put(argument.getName(), Json.literal(literal, Map.of()));
            }
        }
        for (Argument argument : field.getArguments()) {
            arguments.put(argument.getName(), Json.literal(argument.getValue(), Map.of()));
        }
        return arguments;
    }

    /** JSON with the fields of every object sorted by name. */
    private static String sorted(@Nullable Object value) {
        return Json.text(sortedValue(value));
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> fields = new TreeMap<>();
            map.forEach((name, field) -> fields.put(String.valueOf(name), sortedValue(field)));
            return fields;
        }
        return value;
    }
}
