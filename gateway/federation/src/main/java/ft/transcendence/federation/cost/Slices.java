package ft.transcendence.federation.cost;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Value;
import graphql.language.ArrayValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a field's slicing arguments. A slicing argument may be in an input object: {@code "input.page.first"}. If the client
 * gives no value, the schema's default counts, also that of an input field.
 */
final class Slices {
    private Slices() {}

    /**
     * The value of one slicing argument; empty if neither the client nor the schema gives one.
     *
     * @param path the name of the argument, followed by those of input fields, separated by dots
     * @param known the argument's definition
     */
    static Optional<Slice> find(String path, List<Argument> arguments, Optional<GraphQLArgument> known) {
        List<String> names = List.of(path.split("\\."));
        List<String> below = names.subList(1, names.size());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        GraphQLType type = known.get().getType();
        OptionalLong otherwise = byDefault(known.get().getArgumentDefaultValue(), type, below);
        Optional<Value> given = arguments.stream()
                .filter(one -> one.name().equals(names.getFirst()))
                .map(Argument::value)
                .findFirst();
        return given.isEmpty() ? number(otherwise) : find(given.get(), type, below, otherwise);
    }

    /** The name of the argument in a path. */
    static String argument(String path) {
        return Arrays.asList(path.split("\\.")).getFirst();
    }

    private static Optional<Slice> find(Value value, GraphQLType type, List<String> path, OptionalLong otherwise) {
        return switch (value) {
            case Value.VariableReference variable ->
                Optional.of(new Slice.Variable(variable.name(), path, otherwise, missingOnPath(type, path)));
            case Value.ListValue list ->
                path.isEmpty() ? Optional.of(new Slice.Number(list.items().size(), true)) : Optional.empty();
            case Value.Literal literal -> {
                OptionalLong count = path.isEmpty() ? Slice.parse(literal.toString()) : OptionalLong.empty();
                yield count.isPresent() ? Optional.of(new Slice.Number(count.getAsLong(), true)) : Optional.empty();
            }
            case Value.ObjectValue object -> {
                Optional<GraphQLInputObjectField> field =
                        path.isEmpty() ? Optional.empty() : inputField(type, path.getFirst());
                if (field.isEmpty()) {
                    yield Optional.empty();
                }
                List<String> below = path.subList(1, path.size());
                GraphQLType fieldType = field.get().getType();
                OptionalLong byDefault = byDefault(field.get().getInputFieldDefaultValue(), fieldType, below);
                Value inner = object.fields().get(path.getFirst());
                yield inner == null ? number(byDefault) : find(inner, fieldType, below, byDefault);
            }
        };
    }

    private static Optional<Slice> number(OptionalLong count) {
        return count.isEmpty() ? Optional.empty() : Optional.of(new Slice.Number(count.getAsLong(), false));
    }

    private static Optional<GraphQLInputObjectField> inputField(GraphQLType type, String name) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType object
                ? Optional.ofNullable(object.getFieldDefinition(name))
                : Optional.empty();
    }

    private static List<OptionalLong> missingOnPath(GraphQLType type, List<String> path) {
        List<OptionalLong> missing = new ArrayList<>();
        GraphQLType object = type;
        for (int i = 0; i < path.size(); i++) {
            missing.add(missing(object, path.subList(i, path.size())));
            Optional<GraphQLInputObjectField> field = inputField(object, path.get(i));
            object = field.isPresent() ? field.get().getType() : object;
        }
        return missing;
    }

    /** The default of an input field that an input object does not have. */
    private static OptionalLong missing(GraphQLType type, List<String> path) {
        if (path.isEmpty()) {
            return OptionalLong.empty();
        }
        List<String> below = path.subList(1, path.size());
        return inputField(type, path.getFirst())
                .map(field -> byDefault(field.getInputFieldDefaultValue(), field.getType(), below))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong byDefault(InputValueWithState value, GraphQLType type, List<String> path) {
        return value.isSet() ? byDefault(value.getValue(), type, path) : OptionalLong.empty();
    }

    private static OptionalLong byDefault(@Nullable Object value, GraphQLType type, List<String> path) {
        if (path.isEmpty()) {
            return switch (value) {
                case IntValue number -> OptionalLong.of(number.getValue().longValue());
                case ArrayValue list -> OptionalLong.of(list.getValues().size());
                case null, default -> OptionalLong.empty();
            };
        }
        if (!(value instanceof ObjectValue object)) {
            return OptionalLong.empty();
        }
        for (ObjectField field : object.getObjectFields()) {
            if (field.getName().equals(path.getFirst())) {
                GraphQLType fieldType = inputField(type, field.getName())
                        .<GraphQLType>map(GraphQLInputObjectField::getType)
                        .orElse(type);
                return byDefault(field.getValue(), fieldType, path.subList(1, path.size()));
            }
        }
        return missing(type, path);
    }
}
