package ft.transcendence.federation.variables;

import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.json.JsonWriter;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Coerces the variables of one operation according to the specification's "Coercing Variable Values". Thread-safe. */
public final class VariableCoercer {

    private final List<Variable> variables;
    private final VariableValues constants;
    private final Set<String> conditions;

    private record Variable(
            String name,
            String typeText,
            GraphQLInputType type,
            byte @Nullable [] defaultJson,
            @Nullable SourceLocation location) {}

    private VariableCoercer(List<Variable> variables, VariableValues constants, Collection<String> conditions) {
        this.variables = List.copyOf(variables);
        this.constants = constants;
        this.conditions = Set.copyOf(conditions);
    }

    /**
     * Creates the coercer of an operation that is valid for the schema.
     *
     * @param constants the JSON of variables that replace literals, by name
     * @param conditions the variables in {@code @skip} and {@code @include}: with a default they may be nullable, but their value must not be null
     */
    public static VariableCoercer of(
            OperationDefinition operation,
            GraphQLSchema schema,
            Map<String, byte[]> constants,
            Collection<String> conditions) {
        return new VariableCoercer(
                operation.getVariableDefinitions().stream()
                        .map(definition -> variable(definition, schema))
                        .toList(),
                constants.isEmpty() ? VariableValues.none() : new VariableValues(Map.copyOf(constants)),
                conditions);
    }

    /** Whether all requests have the same values. */
    public boolean isConstant() {
        return variables.isEmpty();
    }

    /** The size of the coercer, for estimates. */
    public Extent extent() {
        long bytes = 0;
        for (byte[] json : constants.json().values()) {
            bytes += json.length;
        }
        for (Variable variable : variables) {
            bytes += variable.defaultJson == null ? 0 : variable.defaultJson.length;
        }
        return new Extent(bytes, variables.size() + constants.json().size());
    }

    /** How many bytes of values and how many variables a coercer has. */
    public record Extent(long bytes, int variables) {}

    private static Variable variable(VariableDefinition definition, GraphQLSchema schema) {
        Type<?> typeNode = definition.getType();
        GraphQLInputType type = InputTypes.of(typeNode, schema);
        byte[] defaultJson = null;
        if (definition.getDefaultValue() != null) {
            JsonWriter json = new JsonWriter(32);
            LiteralJson.write(definition.getDefaultValue(), json);
            defaultJson = json.toByteArray();
        }
        return new Variable(
                definition.getName(), InputTypes.text(type), type, defaultJson, definition.getSourceLocation());
    }

    /**
     * Coerces the values of a request.
     *
     * @param given raw JSON values by name; those that the operation does not declare are ignored
     * @throws VariableException for the first value that does not fit
     */
    public VariableValues coerce(Map<String, ? extends @Nullable Object> given) {
        if (variables.isEmpty()) {
            return constants;
        }
        Map<String, byte[]> values = new HashMap<>(constants.json());
        for (Variable variable : variables) {
            byte[] value = coerce(variable, given);
            if (value != null) {
                values.put(variable.name, value);
            }
        }
        return new VariableValues(values);
    }

    /**
     * Coerces only the variables that decide what is selected.
     *
     * @param given raw JSON values by name
     * @throws VariableException for the first value that does not fit
     */
    public VariableValues coerceConditions(Map<String, ? extends @Nullable Object> given) {
        List<Variable> deciding = variables.stream()
                .filter(variable -> conditions.contains(variable.name))
                .toList();
        return new VariableCoercer(deciding, constants, conditions).coerce(given);
    }

    private byte @Nullable [] coerce(Variable variable, Map<String, ? extends @Nullable Object> given) {
        Object value = given.get(variable.name);
        if (value == null && !given.containsKey(variable.name)) {
            if (variable.defaultJson == null && variable.type instanceof GraphQLNonNull) {
                throw new VariableException(
                        "Variable \"$" + variable.name + "\" of required type \"" + variable.typeText
                                + "\" was not provided.",
                        variable.location);
            }
            return variable.defaultJson;
        }
        if (value == null && conditions.contains(variable.name)) {
            throw new VariableException(
                    "Variable \"$" + variable.name + "\" is used in @skip or @include and must not be null.",
                    variable.location);
        }
        JsonWriter json = new JsonWriter(32);
        String problem = isDeeperThan(JsonReader.MAX_DEPTH, value)
                ? "It is nested deeper than " + JsonReader.MAX_DEPTH + " levels."
                : InputCoercion.write(value, variable.type, "$" + variable.name, json);
        if (problem != null) {
            throw new VariableException(
                    "Variable \"$" + variable.name + "\" got an invalid value: " + problem, variable.location);
        }
        return json.toByteArray();
    }

    /** Whether lists and objects are nested more deeply than a limit. */
    private static boolean isDeeperThan(int limit, @Nullable Object value) {
        return switch (value) {
            case List<?> list -> limit == 0 || list.stream().anyMatch(item -> isDeeperThan(limit - 1, item));
            case Map<?, ?> map -> limit == 0 || map.values().stream().anyMatch(item -> isDeeperThan(limit - 1, item));
            case null, default -> false;
        };
    }
}
