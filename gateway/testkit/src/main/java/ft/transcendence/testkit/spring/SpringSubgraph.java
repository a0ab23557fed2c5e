package ft.transcendence.testkit.spring;

import ft.transcendence.testkit.subgraph.SubgraphCall;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.graphql.ExecutionGraphQlRequest;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;

/** Executes requests with the {@code ExecutionGraphQlService} of a Spring application. Needs the artifact {@code spring-graphql}. */
public final class SpringSubgraph {

    private SpringSubgraph() {}

    /** Data fetchers find {@link SubgraphCall#graphQLContext} in the {@code GraphQLContext}. */
    public static SubgraphExecutor of(ExecutionGraphQlService service) {
        return call -> service.execute(request(call))
                .map(ExecutionGraphQlResponse::getExecutionResult)
                .toFuture()
                .thenApply(Objects::requireNonNull);
    }

    private static ExecutionGraphQlRequest request(SubgraphCall call) {
        ExecutionGraphQlRequest request = new DefaultExecutionGraphQlRequest(
                call.query(),
                call.operationName(),
                call.variables(),
                Map.of(),
                UUID.randomUUID().toString(),
                Locale.ENGLISH);
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(call.graphQLContext()).build());
        return request;
    }
}
