package ft.transcendence.federation.variables;

import ft.transcendence.federation.json.JsonWriter;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the literals in field arguments by variables. Operations that differ only in such values then share a normal form and a plan, and the
 * plan contains no values of a client. Equal literals of the same type become the same variable, because a plan may depend on whether two
 * arguments are equal.
 *
 * <p>Not replaced are: null; arguments of directives, because {@code @skip} and {@code @include} decide what is planned; introspection; literals
 * of custom scalars that have no JSON equivalent (a name, as of an enum value); and literals that the schema uses for the same argument in a
 * requirement, because plans compare them.
 */
public final class LiteralExtractor {

    private final GraphQLSchema schema;
    private final BiPredicate<Field, Argument> isKept;

    /** @param isKept tells which arguments of which fields keep their literals */
    public LiteralExtractor(GraphQLSchema schema, BiPredicate<Field, Argument> isKept) {
        this.schema = schema;
        this.isKept = isKept;
    }

    /**
     * An operation without its literals.
     *
     * @param document the operation without its name, and the fragments that it uses
     * @param literals the coerced literals as JSON, by the names of the variables that replace them
     */
    public record Extracted(Document document, OperationDefinition operation, Map<String, byte[]> literals) {}

    /** @param document valid for the schema */
    public Extracted extract(Document document, OperationDefinition operation) {
        return new Extraction(document).extract(operation);
    }

    private final class Extraction {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, FragmentDefinition> used = new LinkedHashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final Set<String> spread = new HashSet<>();
        private final Set<String> taken = new HashSet<>();
        private final Map<String, String> namesByLiteral = new HashMap<>();
        private final Map<String, byte[]> literals = new LinkedHashMap<>();
        private final List<VariableDefinition> definitions = new ArrayList<>();

        Extraction(Document document) {
            this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .collect(Collectors.toMap(
                            FragmentDefinition::getName, fragment -> fragment, (first, second) -> first));
        }

        Extracted extract(OperationDefinition operation) {
            operation.getVariableDefinitions().forEach(variable -> taken.add(variable.getName()));
            SelectionSet selections = selections(operation.getSelectionSet(), rootType(operation));
            while (!open.isEmpty()) {
                String name = open.pop();
                FragmentDefinition fragment = fragments.get(name);
                if (fragment != null) {
                    used.put(name, fragment(fragment));
                }
            }
            List<VariableDefinition> variables = new ArrayList<>(operation.getVariableDefinitions().stream()
                    .map(variable -> DefaultValues.shortened(variable, schema))
                    .toList());
            variables.addAll(definitions);
            OperationDefinition extracted = operation.transform(
                    changed -> changed.name(null).selectionSet(selections).variableDefinitions(variables));
            Document.Builder document = Document.newDocument().definition(extracted);
            used.values().forEach(document::definition);
            return new Extracted(document.build(), extracted, literals);
        }

        private @Nullable GraphQLNamedType rootType(OperationDefinition operation) {
            return switch (operation.getOperation()) {
                case QUERY -> schema.getQueryType();
                case MUTATION -> schema.getMutationType();
                case SUBSCRIPTION -> schema.getSubscriptionType();
            };
        }

        private FragmentDefinition fragment(FragmentDefinition fragment) {
            SelectionSet selections = selections(
                    fragment.getSelectionSet(), type(fragment.getTypeCondition().getName()));
            return fragment.transform(changed -> changed.selectionSet(selections));
        }

        private @Nullable GraphQLNamedType type(String name) {
            return schema.getType(name) instanceof GraphQLNamedType named ? named : null;
        }

        private SelectionSet selections(SelectionSet selections, @Nullable GraphQLNamedType parent) {
            List<Selection<?>> changed = new ArrayList<>();
            for (Selection<?> selection : selections.getSelections()) {
                changed.add(
                        switch (selection) {
                            case Field field -> field(field, parent);
                            case InlineFragment fragment -> {
                                GraphQLNamedType type = fragment.getTypeCondition() == null
                                        ? parent
                                        : type(fragment.getTypeCondition().getName());
                                SelectionSet below = selections(fragment.getSelectionSet(), type);
                                yield fragment.transform(builder -> builder.selectionSet(below));
                            }
                            case FragmentSpread spread -> {
                                if (this.spread.add(spread.getName())) {
                                    open.add(spread.getName());
                                }
                                yield spread;
                            }
                            default -> selection;
                        });
            }
            return SelectionSet.newSelectionSet(changed).build();
        }

        private Field field(Field field, @Nullable GraphQLNamedType parent) {
            GraphQLFieldDefinition definition = parent instanceof GraphQLFieldsContainer container
                    ? container.getFieldDefinition(field.getName())
                    : null;
            if (definition == null) {
                return field; // of introspection
            }
            List<Argument> arguments = field.getArguments().stream()
                    .map(argument -> isKept.test(field, argument)
                            ? argument
                            : argument(argument, definition.getArgument(argument.getName())))
                    .toList();
            SelectionSet below = field.getSelectionSet() == null
                    ? null
                    : selections(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
            return field.transform(changed -> changed.arguments(arguments).selectionSet(below));
        }

        private Argument argument(Argument argument, @Nullable GraphQLArgument definition) {
            if (definition == null) {
                return argument;
            }
            Value<?> value = value(argument.getValue(), definition.getType());
            return value == argument.getValue() ? argument : argument.transform(changed -> changed.value(value));
        }

        private Value<?> value(Value<?> value, GraphQLInputType type) {
            if (value instanceof VariableReference || value instanceof NullValue) {
                return value;
            }
            if (Literals.isJson(value, type)) {
                return variable(value, type);
            }
            GraphQLInputType nullable = (GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(type);
            if (nullable instanceof GraphQLList list) {
                GraphQLInputType item = (GraphQLInputType) list.getWrappedType();
                if (!(value instanceof ArrayValue array)) {
                    return value(value, item);
                }
                @SuppressWarnings("rawtypes") // graphql-java's builders take raw types
                List<Value> items = array.getValues().stream()
                        .map(one -> (Value) value(one, item))
                        .toList();
                return array.transform(changed -> changed.values(items));
            }
            if (nullable instanceof GraphQLInputObjectType object && value instanceof ObjectValue given) {
                List<ObjectField> fields = given.getObjectFields().stream()
                        .map(field -> field(field, object.getFieldDefinition(field.getName())))
                        .toList();
                return given.transform(changed -> changed.objectFields(fields));
            }
            return value;
        }

        private ObjectField field(ObjectField field, @Nullable GraphQLInputObjectField definition) {
            if (definition == null) {
                return field;
            }
            Value<?> value = value(field.getValue(), definition.getType());
            return field.transform(changed -> changed.value(value));
        }

        /** The variable that replaces a literal. Its type is non-null, so that it is valid in every position in which the literal is. */
        private Value<?> variable(Value<?> literal, GraphQLInputType type) {
            JsonWriter json = new JsonWriter(32);
            String problem = InputCoercion.write(Literals.plain(literal), type, "", json);
            if (problem != null) {
                return literal;
            }
            byte[] bytes = json.toByteArray();
            GraphQLInputType nonNull = type instanceof GraphQLNonNull ? type : GraphQLNonNull.nonNull(type);
            String typed = InputTypes.text(nonNull) + ' ' + new String(bytes, StandardCharsets.UTF_8);
            String name = namesByLiteral.get(typed);
            if (name == null) {
                name = newName();
                namesByLiteral.put(typed, name);
                literals.put(name, bytes);
                definitions.add(VariableDefinition.newVariableDefinition()
                        .name(name)
                        .type(InputTypes.node(nonNull))
                        .build());
            }
            return VariableReference.newVariableReference().name(name).build();
        }

        private String newName() {
            int number = literals.size();
            String name = "_" + number;
            while (!taken.add(name)) {
                number++;
                name = "_" + number;
            }
            return name;
        }
    }
}
