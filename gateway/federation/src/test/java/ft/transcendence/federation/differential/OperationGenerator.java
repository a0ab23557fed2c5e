package ft.transcendence.federation.differential;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Generates valid operations for a schema: aliases, arguments, variables, fragments, {@code @skip} and {@code @include}. */
final class OperationGenerator {

    /** An operation with the values of its variables. */
    record Operation(String document, Map<String, @Nullable Object> variables) {}

    private static final int MAX_DEPTH = 5;

    private final GraphQLSchema schema;
    private final Dice dice;
    private final List<String> variableDefinitions = new ArrayList<>();
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final List<String> fragments = new ArrayList<>();
    private int fields;

    private OperationGenerator(GraphQLSchema schema, Dice dice) {
        this.schema = schema;
        this.dice = dice;
    }

    /** An operation that passes validation; others are discarded. */
    static Operation generate(GraphQLSchema schema, Dice dice) {
        for (int attempt = 0; attempt < 50; attempt++) {
            Operation operation = new OperationGenerator(schema, dice).operation();
            if (!ParseAndValidate.parseAndValidate(
                            schema,
                            ExecutionInput.newExecutionInput(operation.document())
                                    .build())
                    .isFailure()) {
                return operation;
            }
        }
        return new Operation("{ __typename }", Map.of());
    }

    private Operation operation() {
        boolean isMutation = schema.getMutationType() != null && dice.percent(15);
        GraphQLObjectType root = isMutation ? schema.getMutationType() : schema.getQueryType();
        String selections = selections(root, 0);
        String definitions = variableDefinitions.isEmpty() ? "" : "(" + String.join(", ", variableDefinitions) + ")";
        String document = (isMutation ? "mutation" : "query") + " Test" + definitions + " " + selections + "\n"
                + String.join("\n", fragments);
        return new Operation(document, variables);
    }

    private String selections(GraphQLCompositeType type, int depth) {
        int count = dice.between(1, depth == 0 ? 4 : 4 - depth / 2);
        List<String> selections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            selections.add(selection(type, depth));
        }
        String indent = "  ".repeat(depth + 1);
        return "{\n" + indent + String.join("\n" + indent, selections) + "\n" + "  ".repeat(depth) + "}";
    }

    private String selection(GraphQLCompositeType type, int depth) {
        boolean isAbstract = !(type instanceof GraphQLObjectType);
        if (depth < MAX_DEPTH && dice.percent(isAbstract ? 50 : 7)) {
            return fragment(type, depth);
        }
        if (!(type instanceof GraphQLFieldsContainer container) || dice.percent(8)) {
            return (dice.percent(20) ? "t" + dice.between(0, 2) + ": " : "") + "__typename" + directives();
        }
        GraphQLFieldDefinition field = dice.oneOf(container.getFieldDefinitions());
        boolean isLeaf = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
        if (!isLeaf && (depth >= MAX_DEPTH || fields > 60)) {
            return "__typename";
        }
        return field(field, depth);
    }

    private String field(GraphQLFieldDefinition field, int depth) {
        fields++;
        String arguments = arguments(field);
        boolean isAliased = dice.percent(arguments.isEmpty() ? 10 : 50);
        // a small pool, so that aliases collide with each other and with field names
        String alias = isAliased ? dice.oneOf("a", "b", "id", field.getName() + "x", "f0") + ": " : "";
        String head = alias + field.getName() + arguments + directives();
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType below
                ? head + " " + selections(below, depth + 1)
                : head;
    }

    private String fragment(GraphQLCompositeType type, int depth) {
        GraphQLCompositeType condition = dice.oneOf(overlapping(type));
        String name = ((GraphQLNamedType) condition).getName();
        if (dice.percent(25)) {
            String fragment = "F" + fragments.size();
            fragments.add("");
            int index = fragments.size() - 1;
            fragments.set(index, "fragment " + fragment + " on " + name + " " + selections(condition, depth + 1));
            return "..." + fragment + directives();
        }
        boolean isBare = condition == type && dice.percent(30);
        return "..." + (isBare ? "" : " on " + name) + directives() + " " + selections(condition, depth + 1);
    }

    /** The types that a nested fragment may be on. */
    private List<GraphQLCompositeType> overlapping(GraphQLCompositeType type) {
        List<String> possibleTypes = objectTypes(type);
        List<GraphQLCompositeType> types = new ArrayList<>();
        for (GraphQLNamedType candidate : schema.getAllTypesAsList()) {
            if (candidate instanceof GraphQLCompositeType composite
                    && !candidate.getName().startsWith("__")
                    && objectTypes(composite).stream().anyMatch(possibleTypes::contains)) {
                types.add(composite);
            }
        }
        return types;
    }

    private List<String> objectTypes(GraphQLCompositeType type) {
        return switch (type) {
            case GraphQLInterfaceType abstractType ->
                schema.getImplementations(abstractType).stream()
                        .map(GraphQLObjectType::getName)
                        .toList();
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLNamedType::getName).toList();
            default -> List.of(((GraphQLNamedType) type).getName());
        };
    }

    private String directives() {
        if (!dice.percent(12)) {
            return "";
        }
        String one = (dice.percent(50) ? " @include(if: " : " @skip(if: ") + condition() + ")";
        if (!dice.percent(20)) {
            return one;
        }
        return one + (one.startsWith(" @skip") ? " @include(if: " : " @skip(if: ") + condition() + ")";
    }

    private String condition() {
        return dice.percent(30) ? String.valueOf(dice.percent(50)) : variable("Boolean!", dice.percent(50));
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (GraphQLTypeUtil.isNonNull(argument.getType()) || dice.percent(50)) {
                given.add(argument.getName() + ": " + value(argument.getType()));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String value(GraphQLInputType type) {
        String text = GraphQLTypeUtil.simplePrint((GraphQLType) type);
        boolean isNullable = !text.endsWith("!");
        if (dice.percent(35)) {
            return isNullable && dice.percent(15) ? variable(text, null) : variable(text, json(text));
        }
        return isNullable && dice.percent(8) ? "null" : literal(text);
    }

    private String variable(String type, @Nullable Object value) {
        String name = "v" + variableDefinitions.size();
        variableDefinitions.add("$" + name + ": " + type);
        variables.put(name, value);
        return "$" + name;
    }

    private String literal(String type) {
        return switch (type.replace("!", "")) {
            case "Int" -> String.valueOf(dice.between(0, 3));
            case "Boolean" -> String.valueOf(dice.percent(50));
            case "Color" -> dice.oneOf("RED", "GREEN");
            case "Point" -> dice.oneOf("{ x: 1 }", "{ y: 2, x: 1 }", "{ x: " + variable("Int!", 5) + " }");
            case "[ID]" -> dice.oneOf("[\"a\"]", "[]", "[1, \"b\"]", "\"single\"");
            default -> dice.oneOf("\"one\"", "\"two \\\"quoted\\\"\"", "\"\"\"block\"\"\"", "\"\\u00e9\"");
        };
    }

    private Object json(String type) {
        return switch (type.replace("!", "")) {
            case "Int" -> dice.between(0, 3);
            case "Boolean" -> dice.percent(50);
            case "Color" -> dice.oneOf("RED", "BLUE");
            case "Point" -> dice.percent(50) ? Map.of("x", 1) : Map.of("x", 4, "y", 2);
            case "[ID]" -> dice.oneOf(List.of("a", "b"), List.of());
            default -> dice.oneOf("one", "t\u00e9xt \"q\" \\ \n");
        };
    }
}
