package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.MergedData.Instance;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.federation.subgraphs.SubgraphSchema;
import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph over its part of the merged data. It resolves what its schema declares, and reports an error for everything a plan must not select:
 * an overridden field, an external field that is not provided on the path, an entity by a key that is not resolvable, the same representation
 * twice, a requirement that was not sent.
 */
final class SimulatedSubgraph implements InMemoryTransport.Subgraph, SubgraphServer.Resolver {

    /**
     * An object while it is resolved.
     *
     * @param type its type here: an object type, also for an interface object
     * @param provided external fields that are available on this path
     * @param representation the representation it was requested with; empty elsewhere
     */
    private record Source(
            Instance instance,
            String type,
            List<SelectionSet> provided,
            Map<String, @Nullable Object> representation) {}

    private final String name;
    private final SubgraphSchema schema;
    private final Set<String> overridden;
    private final MergedData data;
    private final FieldSemantics semantics;
    private final SubgraphServer server;
    private final List<String> mutations;

    /**
     * @param overridden fields that other subgraphs have taken over, as {@code Type.field}
     * @param mutations records every mutation field that runs
     */
    SimulatedSubgraph(
            String name,
            SubgraphSchema schema,
            Set<String> overridden,
            MergedData data,
            FieldSemantics semantics,
            List<String> mutations) {
        this.name = name;
        this.schema = schema;
        this.overridden = Set.copyOf(overridden);
        this.data = data;
        this.semantics = semantics;
        this.mutations = mutations;
        this.server = new SubgraphServer(schema.document(), this);
    }

    @Override
    public Map<String, Object> apply(Map<String, @Nullable Object> request) {
        return server.execute(request);
    }

    @Override
    public @Nullable Object valueOf(DataFetchingEnvironment field) {
        String fieldName = field.getField().getName();
        if (fieldName.equals("_entities")) {
            return entities(Json.items(field.getArgument("representations")));
        }
        String parentType = ((GraphQLNamedType) field.getParentType()).getName();
        if (parentType.equals("Mutation")) {
            mutations.add(fieldName + FieldSemantics.effectiveArguments(Json.fields(field.getArguments())));
        }
        Source source = field.getSource() instanceof Source known
                ? known
                : new Source(data.root(parentType), parentType, List.of(), Map.of());
        List<SelectionSet> below = new ArrayList<>();
        boolean isProvided = provides(source, fieldName, below);
        String coordinate = source.type() + "." + fieldName;
        if (overridden.contains(coordinate)) {
            throw new IllegalStateException(name + " had to resolve the overridden " + coordinate);
        }
        if (schema.isExternal(source.type(), fieldName) && !isProvided) {
            throw new IllegalStateException(name + " had to resolve the external " + coordinate);
        }
        schema.provision(source.type(), fieldName).ifPresent(below::add);
        Map<String, @Nullable Object> requirement = schema.requirement(source.type(), fieldName)
                .map(fieldSet -> required(source, fieldSet))
                .orElse(null);
        Object value = source.instance().isNullIn(name, fieldName)
                ? null
                : semantics.value(source.instance(), fieldName, Json.fields(field.getArguments()), requirement);
        return asSources(value, GraphQLTypeUtil.unwrapAll(field.getFieldType()), below);
    }

    /** The value from the representation or, on a path that provides external fields, the subgraph's own. */
    private Map<String, @Nullable Object> required(Source source, SelectionSet fieldSet) {
        boolean isProvided = !source.provided().isEmpty()
                && fieldSet.getSelectionsOfType(Field.class).stream()
                        .allMatch(field -> !schema.isExternal(source.type(), field.getName())
                                || provides(source, field.getName(), new ArrayList<>()));
        return isProvided
                ? semantics.fromData(source.instance(), fieldSet)
                : semantics.fromRepresentation(source.representation(), fieldSet);
    }

    @Override
    public String typeOf(Object value) {
        return ((Source) value).type();
    }

    private List<@Nullable Source> entities(List<@Nullable Object> representations) {
        if (new HashSet<>(representations).size() < representations.size()) {
            throw new IllegalStateException("The same representation twice: " + Json.text(representations));
        }
        List<@Nullable Source> entities = new ArrayList<>();
        representations.forEach(representation -> entities.add(entity(Json.fields(representation))));
        return entities;
    }

    private @Nullable Source entity(Map<String, @Nullable Object> representation) {
        String type = String.valueOf(representation.get("__typename"));
        boolean hasKey = false;
        for (SelectionSet key : schema.resolvableKeys(type)) {
            if (!hasAll(representation, key)) {
                continue;
            }
            hasKey = true;
            Map<String, @Nullable Object> required = semantics.fromRepresentation(representation, key);
            for (String objectType : semantics.objectTypes(type)) {
                for (Instance instance : data.instances(objectType)) {
                    if (Json.same(semantics.fromData(instance, key), required)) {
                        return instance.isMissingIn(name) ? null : source(instance, representation);
                    }
                }
            }
        }
        throw new IllegalStateException(
                name + (hasKey ? " knows no entity " : " has no resolvable key for ") + Json.text(representation));
    }

    private Source source(Instance instance, Map<String, @Nullable Object> representation) {
        String typename = String.valueOf(representation.get("__typename"));
        boolean isObject = server.schema().getType(typename) instanceof GraphQLObjectType;
        return new Source(instance, isObject ? typename : instance.type(), List.of(), representation);
    }

    /** Whether a representation has the fields of a key, nested ones included. */
    private static boolean hasAll(Map<String, @Nullable Object> representation, SelectionSet key) {
        return key.getSelectionsOfType(Field.class).stream().allMatch(field -> {
            Object value = representation.get(field.getName());
            return field.getSelectionSet() == null ? value != null : haveAll(value, field.getSelectionSet());
        });
    }

    private static boolean haveAll(@Nullable Object value, SelectionSet key) {
        return value instanceof List<?> list
                ? list.stream().allMatch(item -> haveAll(item, key))
                : value instanceof Map && hasAll(Json.fields(value), key);
    }

    /** Whether the path provides the field; adds what it provides below the field. */
    private boolean provides(Source source, String field, List<SelectionSet> below) {
        boolean isProvided = false;
        for (SelectionSet provided : source.provided()) {
            isProvided |= provides(provided, source, field, below);
        }
        return isProvided;
    }

    private boolean provides(SelectionSet provided, Source source, String field, List<SelectionSet> below) {
        boolean isProvided = false;
        for (Selection<?> selection : provided.getSelections()) {
            if (selection instanceof Field one && one.getName().equals(field)) {
                isProvided = true;
                if (one.getSelectionSet() != null) {
                    below.add(one.getSelectionSet());
                }
            }
            if (selection instanceof InlineFragment fragment
                    && semantics.isOf(
                            source.instance().type(),
                            fragment.getTypeCondition().getName())) {
                isProvided |= provides(fragment.getSelectionSet(), source, field, below);
            }
        }
        return isProvided;
    }

    private @Nullable Object asSources(@Nullable Object value, GraphQLType type, List<SelectionSet> provided) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(asSources(item, type, provided)));
            return items;
        }
        if (!(value instanceof Instance instance)) {
            return value;
        }
        if (instance.isMissingIn(name)) {
            throw new IllegalStateException(name + " returns a " + instance.type() + " that it does not know");
        }
        String here = type instanceof GraphQLObjectType object ? object.getName() : instance.type();
        return new Source(instance, here, provided, Map.of());
    }
}
