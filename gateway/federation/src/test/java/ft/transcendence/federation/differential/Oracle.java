package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.MergedData.Instance;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.federation.subgraphs.SubgraphSchema;
import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One GraphQL server with the consumer schema over the merged data. Its responses are those a client must get. */
final class Oracle implements SubgraphServer.Resolver {

    private final MergedData data;
    private final FieldSemantics semantics;
    private final Map<String, Context> contexts;
    private final SubgraphServer server;
    private final List<String> mutations = new ArrayList<>();

    /** An object, and the enclosing object one of whose fields it is the value of. */
    private record Located(Instance instance, @Nullable Located above) {}

    /**
     * An argument taken from an enclosing object.
     *
     * @param setters the object types that set the context
     */
    record Context(SubgraphSchema.ContextArgument argument, Set<String> setters) {}

    /** @param contexts by {@code ObjectType.field} */
    Oracle(String supergraph, MergedData data, FieldSemantics semantics, Map<String, Context> contexts) {
        this.contexts = Map.copyOf(contexts);
        this.data = data;
        this.semantics = semantics;
        this.server = new SubgraphServer(ConsumerSchema.of(supergraph), this);
    }

    GraphQLSchema schema() {
        return server.schema();
    }

    Map<String, Object> response(WorldText world) {
        mutations.clear();
        return server.execute(Map.of("query", world.operation(), "variables", world.variableValues()));
    }

    /** The mutation fields of the last operation, in the order in which they ran. */
    List<String> mutations() {
        return List.copyOf(mutations);
    }

    @Override
    public @Nullable Object valueOf(DataFetchingEnvironment field) {
        String parentType = ((GraphQLNamedType) field.getParentType()).getName();
        Located located =
                field.getSource() instanceof Located source ? source : new Located(data.root(parentType), null);
        String name = field.getField().getName();
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(Json.fields(field.getArguments()));
        if (parentType.equals("Mutation")) {
            mutations.add(name + FieldSemantics.effectiveArguments(arguments));
        }
        Context context = contexts.get(located.instance().type() + "." + name);
        if (context != null) {
            arguments.put(context.argument().name(), fromContext(located, context));
        }
        Object value = semantics.value(located.instance(), name, arguments);
        return GraphQLTypeUtil.unwrapAll(field.getFieldType()) instanceof GraphQLEnumType type
                ? visible(value, type)
                : located(value, located);
    }

    @Override
    public String typeOf(Object value) {
        return ((Located) value).instance().type();
    }

    /** The value of the nearest enclosing object that sets the context; null if there is none. */
    private @Nullable Object fromContext(Located located, Context context) {
        for (Located around = located.above(); around != null; around = around.above()) {
            if (context.setters().contains(around.instance().type())) {
                return semantics
                        .fromData(around.instance(), context.argument().selections())
                        .values()
                        .iterator()
                        .next();
            }
        }
        return null;
    }

    private static @Nullable Object located(@Nullable Object value, Located above) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(located(item, above)));
            return items;
        }
        return value instanceof Instance instance ? new Located(instance, above) : value;
    }

    /** An inaccessible enum value counts as null. */
    private static @Nullable Object visible(@Nullable Object value, GraphQLEnumType type) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(visible(item, type)));
            return items;
        }
        return value instanceof String name && type.getValue(name) != null ? value : null;
    }
}
