package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.MergedData.Instance;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One GraphQL server with the consumer schema over the merged data: what a client must get. */
final class Oracle implements SubgraphServer.Resolver {

    private final MergedData data;
    private final FieldSemantics semantics;
    private final SubgraphServer server;
    private final List<String> mutations = new ArrayList<>();

    Oracle(String supergraph, MergedData data, FieldSemantics semantics) {
        this.data = data;
        this.semantics = semantics;
        this.server = new SubgraphServer(ConsumerSchema.of(supergraph), this);
    }

    GraphQLSchema schema() {
        return server.schema();
    }

    Map<String, Object> answer(WorldText world) {
        mutations.clear();
        return server.answer(Map.of("query", world.operation(), "variables", world.variableValues()));
    }

    /** The mutation fields of the last operation in the order they ran. */
    List<String> mutations() {
        return List.copyOf(mutations);
    }

    @Override
    public @Nullable Object valueOf(DataFetchingEnvironment field) {
        String parentType = ((GraphQLNamedType) field.getParentType()).getName();
        Instance instance = field.getSource() instanceof Instance source ? source : data.root(parentType);
        String name = field.getField().getName();
        if (parentType.equals("Mutation")) {
            mutations.add(name + FieldSemantics.told(Json.fields(field.getArguments())));
        }
        Object value = semantics.value(instance, name, Json.fields(field.getArguments()));
        return GraphQLTypeUtil.unwrapAll(field.getFieldType()) instanceof GraphQLEnumType type
                ? visible(value, type)
                : value;
    }

    @Override
    public String typeOf(Object value) {
        return ((Instance) value).type();
    }

    /** An enum value that clients must not see counts as null. */
    private static @Nullable Object visible(@Nullable Object value, GraphQLEnumType type) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(visible(item, type)));
            return items;
        }
        return value instanceof String name && type.getValue(name) != null ? value : null;
    }
}
