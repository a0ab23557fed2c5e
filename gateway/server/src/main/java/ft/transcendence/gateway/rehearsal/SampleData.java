package ft.transcendence.gateway.rehearsal;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InlineFragment;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Made-up results for any operation on a subgraph of a supergraph: every list has items, and every field a value of its type. */
final class SampleData {
    private static final int LONG_LIST = 20;
    private static final int SHORT_LIST = 4;
    /** Entities occur several times, as they do in real data. */
    private static final int ENTITIES = 13;

    private static final String ENTITIES_FIELD = "_entities";
    /** The union of all entities, which is not in a supergraph. */
    private static final String ENTITY = "_Entity";

    private final TypeDefinitionRegistry types;

    /** @param supergraph its SDL, whose types have the fields of all subgraphs */
    SampleData(String supergraph) {
        this.types = new SchemaParser().parse(supergraph);
    }

    /** The names of the supergraph's subgraphs. */
    List<String> subgraphs() {
        return types.getTypeOrNull("join__Graph") instanceof EnumTypeDefinition graphs
                ? graphs.getEnumValueDefinitions().stream()
                        .map(SampleData::subgraphName)
                        .toList()
                : List.of();
    }

    private static String subgraphName(EnumValueDefinition graph) {
        Value<?> name = graph.getDirectives("join__graph")
                .getFirst()
                .getArgument("name")
                .getValue();
        return Objects.requireNonNull(((StringValue) name).getValue());
    }

    /** The {@code data} of the response. */
    Map<String, @Nullable Object> execute(String query, Map<?, ?> variables) {
        return new Execution(new Parser().parseDocument(query), variables).run();
    }

    private final class Execution {
        private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
        private final OperationDefinition operation;
        private final Map<?, ?> variables;
        private int objects;

        Execution(Document document, Map<?, ?> variables) {
            this.operation = document.getFirstDefinitionOfType(OperationDefinition.class)
                    .orElseThrow(() -> new IllegalArgumentException("The document has no operation"));
            this.variables = variables;
            for (Definition<?> definition : document.getDefinitions()) {
                if (definition instanceof FragmentDefinition fragment) {
                    fragments.put(fragment.getName(), fragment);
                }
            }
        }

        Map<String, @Nullable Object> run() {
            String root =
                    switch (operation.getOperation()) {
                        case QUERY -> "Query";
                        case MUTATION -> "Mutation";
                        case SUBSCRIPTION -> "Subscription";
                    };
            return object(root, operation.getSelectionSet(), LONG_LIST);
        }

        private Map<String, @Nullable Object> object(String type, SelectionSet selections, int length) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            add(members, type, selections, objects++ % ENTITIES, length);
            return members;
        }

        private void add(
                Map<String, @Nullable Object> members, String type, SelectionSet selections, int number, int length) {
            for (Selection<?> selection : selections.getSelections()) {
                switch (selection) {
                    case Field field -> members.put(field.getResultKey(), value(type, field, number, length));
                    case InlineFragment fragment
                    when isFor(fragment.getTypeCondition(), type) ->
                        add(members, type, fragment.getSelectionSet(), number, length);
                    case FragmentSpread spread -> {
                        FragmentDefinition fragment = fragments.get(spread.getName());
                        if (fragment != null && isFor(fragment.getTypeCondition(), type)) {
                            add(members, type, fragment.getSelectionSet(), number, length);
                        }
                    }
                    default -> {}
                }
            }
        }

        private @Nullable Object value(String type, Field field, int number, int length) {
            if (field.getName().equals("__typename")) {
                return type;
            }
            if (field.getName().equals(ENTITIES_FIELD)) {
                return entities(field);
            }
            FieldDefinition definition = fieldOf(type, field.getName());
            return definition == null ? null : value(definition.getType(), field, number, length);
        }

        private List<Object> entities(Field field) {
            List<Object> entities = new ArrayList<>();
            if (field.getArguments().getFirst().getValue() instanceof VariableReference argument
                    && variables.get(argument.getName()) instanceof List<?> representations) {
                for (Object representation : representations) {
                    String type = String.valueOf(((Map<?, ?>) representation).get("__typename"));
                    entities.add(object(type, field.getSelectionSet(), SHORT_LIST));
                }
            }
            return entities;
        }

        private Object value(Type<?> type, Field field, int number, int length) {
            return switch (type) {
                case NonNullType nonNull -> value(nonNull.getType(), field, number, length);
                case ListType list -> {
                    List<Object> items = new ArrayList<>();
                    for (int i = 0; i < length; i++) {
                        items.add(value(list.getType(), field, number, SHORT_LIST));
                    }
                    yield items;
                }
                case TypeName name ->
                    field.getSelectionSet() == null
                            ? leaf(name.getName(), number)
                            : object(concrete(name.getName()), field.getSelectionSet(), length);
                default -> throw new IllegalArgumentException("Unknown kind of type: " + type);
            };
        }
    }

    private @Nullable FieldDefinition fieldOf(String type, String field) {
        return types.getTypeOrNull(type) instanceof ImplementingTypeDefinition<?> definition
                ? definition.getFieldDefinitions().stream()
                        .filter(each -> each.getName().equals(field))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private boolean isFor(@Nullable TypeName condition, String type) {
        if (condition == null || condition.getName().equals(ENTITY)) {
            return true;
        }
        return condition.getName().equals(type)
                || types.getTypeOrNull(condition.getName()) instanceof UnionTypeDefinition union
                        && contains(union.getMemberTypes(), type)
                || types.getTypeOrNull(type) instanceof ImplementingTypeDefinition<?> definition
                        && contains(definition.getImplements(), condition.getName());
    }

    @SuppressWarnings("rawtypes")
    private static boolean contains(List<Type> names, String name) {
        return names.stream().anyMatch(each -> ((TypeName) each).getName().equals(name));
    }

    /** An object type for a position of this type. */
    private String concrete(String name) {
        TypeDefinition<?> definition = types.getTypeOrNull(name);
        return switch (definition) {
            case UnionTypeDefinition union -> ((TypeName) union.getMemberTypes().getFirst()).getName();
            case InterfaceTypeDefinition parent ->
                types.getImplementationsOf(parent).getFirst().getName();
            case null, default -> name;
        };
    }

    private Object leaf(String type, int number) {
        if (types.getTypeOrNull(type) instanceof EnumTypeDefinition enumeration) {
            return enumeration.getEnumValueDefinitions().getFirst().getName();
        }
        return switch (type) {
            case "Int" -> 100 * number;
            case "Float" -> 1500.25 + number;
            case "Boolean" -> number % 2 == 0;
            case "ID" -> "018f6e2a-" + number;
            default -> "A text of usual length, \"quoted\", with a line\nand an é: " + number;
        };
    }
}
