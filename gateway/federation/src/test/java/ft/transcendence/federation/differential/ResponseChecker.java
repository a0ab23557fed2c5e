package ft.transcendence.federation.differential;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks data against an operation as far as the schema allows: exactly the selected fields in order, no null for non-null types, leaves of their
 * types, known enum values.
 */
final class ResponseChecker {

    private final GraphQLSchema schema;
    private final Map<String, @Nullable Object> variables;
    private final OperationDefinition operation;
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();

    ResponseChecker(GraphQLSchema schema, String operation, Map<String, @Nullable Object> variables) {
        Document document = Parser.parse(operation);
        this.schema = schema;
        this.variables = variables;
        this.operation =
                document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** The first problem; empty if there is none. */
    String problem(@Nullable Object data) {
        GraphQLObjectType root = operation.getOperation() == OperationDefinition.Operation.MUTATION
                ? schema.getMutationType()
                : schema.getQueryType();
        return data == null ? "" : object(root, List.of(operation.getSelectionSet()), data, "");
    }

    private String value(GraphQLType type, List<SelectionSet> below, @Nullable Object value, String path) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value == null ? path + " is null" : value(nonNull.getWrappedType(), below, value, path);
        }
        if (value == null) {
            return "";
        }
        return switch (type) {
            case GraphQLList list -> list(list.getWrappedType(), below, value, path);
            case GraphQLCompositeType composite -> composite(composite, below, value, path);
            default -> isLeaf((GraphQLNamedType) type, value) ? "" : path + " is " + value;
        };
    }

    private String list(GraphQLType item, List<SelectionSet> below, Object value, String path) {
        if (!(value instanceof List<?> items)) {
            return path + " is no list";
        }
        for (int i = 0; i < items.size(); i++) {
            String problem = value(item, below, items.get(i), path + "." + i);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    /** An object of an abstract type is correct if it is correct as one of its object types. */
    private String composite(GraphQLCompositeType type, List<SelectionSet> below, Object value, String path) {
        String problem = path + " has no type";
        for (GraphQLObjectType candidate : objectTypes(type)) {
            problem = object(candidate, below, value, path);
            if (problem.isEmpty()) {
                return "";
            }
        }
        return problem;
    }

    private List<GraphQLObjectType> objectTypes(GraphQLCompositeType type) {
        return switch (type) {
            case GraphQLInterfaceType abstractType -> schema.getImplementations(abstractType);
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
            default -> List.of((GraphQLObjectType) type);
        };
    }

    private String object(GraphQLObjectType type, List<SelectionSet> selections, Object value, String path) {
        if (!(value instanceof Map<?, ?> members)) {
            return path + " is no object";
        }
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        selections.forEach(set -> collect(type, set, fields));
        if (!List.copyOf(fields.keySet()).equals(List.copyOf(members.keySet()))) {
            return path + " as " + type.getName() + " has " + members.keySet() + " instead of " + fields.keySet();
        }
        for (Map.Entry<String, List<Field>> entry : fields.entrySet()) {
            String problem = field(type, entry.getValue(), members.get(entry.getKey()), path + "." + entry.getKey());
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private String field(GraphQLObjectType type, List<Field> written, @Nullable Object value, String path) {
        String name = written.getFirst().getName();
        if (name.equals("__typename")) {
            return type.getName().equals(value) ? "" : path + " is " + value + " instead of " + type.getName();
        }
        List<SelectionSet> below = written.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        return value(type.getFieldDefinition(name).getType(), below, value, path);
    }

    private void collect(GraphQLObjectType type, SelectionSet selections, Map<String, List<Field>> fields) {
        for (Selection<?> selection : selections.getSelections()) {
            if (!isSelected((DirectivesContainer<?>) selection)) {
                continue;
            }
            switch (selection) {
                case Field field ->
                    fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                            .add(field);
                case InlineFragment fragment -> {
                    if (fragment.getTypeCondition() == null
                            || applies(type, fragment.getTypeCondition().getName())) {
                        collect(type, fragment.getSelectionSet(), fields);
                    }
                }
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                    if (applies(type, fragment.getTypeCondition().getName())) {
                        collect(type, fragment.getSelectionSet(), fields);
                    }
                }
                default -> throw new IllegalArgumentException("Unknown selection " + selection);
            }
        }
    }

    private boolean applies(GraphQLObjectType type, String condition) {
        return schema.getType(condition) instanceof GraphQLCompositeType composite
                && objectTypes(composite).contains(type);
    }

    private boolean isSelected(DirectivesContainer<?> selection) {
        return selection.getDirectives("skip").stream().noneMatch(this::isTrue)
                && selection.getDirectives("include").stream().allMatch(this::isTrue);
    }

    private boolean isTrue(Directive directive) {
        Argument condition = Objects.requireNonNull(directive.getArgument("if"));
        Value<?> value = condition.getValue();
        return value instanceof VariableReference variable
                ? Boolean.TRUE.equals(variables.get(variable.getName()))
                : ((BooleanValue) value).isValue();
    }

    private static boolean isLeaf(GraphQLNamedType type, Object value) {
        if (type instanceof GraphQLEnumType values) {
            return value instanceof String name && values.getValue(name) != null;
        }
        return switch (type.getName()) {
            case "Int" -> value instanceof Integer;
            case "Float" -> value instanceof Number;
            case "Boolean" -> value instanceof Boolean;
            case "ID", "String" -> value instanceof String;
            default -> true;
        };
    }
}
