package ft.transcendence.testkit.stub;

import ft.transcendence.testkit.subgraph.SubgraphCall;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph that is made of its schema alone. A value comes from the first of these that has one:
 *
 * <ol>
 *   <li>the answer of its field: {@link #answer(String, Object)};
 *   <li>the object that contains it, when that is part of an answer or an entity: {@link #entity};
 *   <li>the representation, for the keys and required fields of an entity;
 *   <li>its type and the object it belongs to: the first user of a list has the id {@code "1"} and the username {@code "username 1"}. Such values are the same in each run.
 * </ol>
 *
 * <p>If entities of a type are given, others of that type do not exist. If none is, every one exists.
 *
 * <p>Immutable: each method returns another stub. Its executable schema is made when it is first called.
 */
public final class StubSubgraph implements SubgraphExecutor {

    private static final int TWO_ITEMS = 2;

    private final StubSchema schema;
    private final List<CannedEntity> entities;
    private final Map<String, Function<Map<String, Object>, @Nullable Object>> answers;
    private final int listSize;
    private @Nullable GraphQL graphql;

    private StubSubgraph(
            StubSchema schema,
            List<CannedEntity> entities,
            Map<String, Function<Map<String, Object>, @Nullable Object>> answers,
            int listSize) {
        this.schema = schema;
        this.entities = List.copyOf(entities);
        this.answers = Map.copyOf(answers);
        this.listSize = listSize;
    }

    /**
     * A stub with generated values.
     *
     * @param sdl the schema of the subgraph, with its federation directives
     * @throws graphql.parser.InvalidSyntaxException if it is not SDL
     */
    public static StubSubgraph of(String sdl) {
        return new StubSubgraph(StubSchema.parse(sdl), List.of(), Map.of(), TWO_ITEMS);
    }

    /**
     * Adds an entity. A representation means it if the two agree in all fields that both have, and have at least one in common.
     *
     * @param values its fields by name, nested objects as maps; fields that are missing are generated
     * @throws IllegalArgumentException if the schema has no such entity type, or it has no such field
     */
    public StubSubgraph entity(String type, Map<String, ? extends @Nullable Object> values) {
        schema.requireEntity(type);
        values.keySet().forEach(field -> schema.requireField(type + "." + field));
        List<CannedEntity> more = new ArrayList<>(entities);
        more.add(new CannedEntity(type, new LinkedHashMap<>(values)));
        return new StubSubgraph(schema, more, answers, listSize);
    }

    /**
     * Sets what a field returns.
     *
     * @param field {@code Query.leaderboard}, or a field of any other object type
     * @param value a scalar, a list, or the fields of an object by name; for a subscription a list or a {@code Publisher} of events
     * @throws IllegalArgumentException if the schema has no such field
     */
    public StubSubgraph answer(String field, Object value) {
        return answer(field, arguments -> value);
    }

    /**
     * Sets what a field returns for its arguments. What the function throws is the error of the field.
     *
     * @param answer null for a field that is null: {@code answer("User.motto", null)} calls this method
     */
    public StubSubgraph answer(String field, @Nullable Function<Map<String, Object>, @Nullable Object> answer) {
        schema.requireField(field);
        Map<String, Function<Map<String, Object>, @Nullable Object>> more = new LinkedHashMap<>(answers);
        more.put(field, answer == null ? arguments -> null : answer);
        return new StubSubgraph(schema, entities, more, listSize);
    }

    /** Sets how many items a generated list has; two by default. */
    public StubSubgraph listSize(int items) {
        return new StubSubgraph(schema, entities, answers, items);
    }

    /** The schema that was given. */
    public String sdl() {
        return schema.sdl();
    }

    @Override
    public CompletionStage<ExecutionResult> execute(SubgraphCall call) {
        return graphql().executeAsync(call.toExecutionInput());
    }

    private synchronized GraphQL graphql() {
        if (graphql == null) {
            StubValues values = new StubValues(schema, entities, answers, listSize);
            graphql = GraphQL.newGraphQL(StubWiring.executable(schema, values)).build();
        }
        return graphql;
    }
}
