package ft.transcendence.testkit.subgraph;

import graphql.ExecutionInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request to a subgraph.
 *
 * @param subgraph the subgraph's name in the graph
 * @param query the GraphQL document, as the engine wrote it
 * @param operationName the client's operation name with the subgraph and the number of the fetch; null if the client gave none
 * @param variables values by name, {@code representations} among them
 * @param headers those that the test gave to the operation, by name in lower case
 * @param context the test's own values, by any name; they exist within this JVM only
 */
public record SubgraphCall(
        String subgraph,
        String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, String> headers,
        Map<String, Object> context) {

    public SubgraphCall {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        headers = Map.copyOf(headers);
        context = Map.copyOf(context);
    }

    /** The value of a header, whose name may be in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * What data fetchers find in graphql-java's {@code GraphQLContext}: the test's own values by their name, and this request under
     * {@code SubgraphCall.class}.
     */
    public Map<Object, Object> graphQLContext() {
        Map<Object, Object> values = new LinkedHashMap<>(context);
        values.put(SubgraphCall.class, this);
        return values;
    }

    /** The request for graphql-java, with {@link #graphQLContext}. */
    public ExecutionInput toExecutionInput() {
        return ExecutionInput.newExecutionInput()
                .query(query)
                .operationName(operationName)
                .variables(variables)
                .graphQLContext(graphQLContext())
                .build();
    }
}
