package ft.transcendence.testkit;

import ft.transcendence.testkit.subgraph.SubgraphCall;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.Map;

/** The schema of a subgraph, from the field that every subgraph has for it. */
final class ServiceSdl {

    private static final String QUERY = "{ _service { sdl } }";

    private ServiceSdl() {}

    static String of(String subgraph, SubgraphExecutor executor, Duration patience) {
        SubgraphCall call = new SubgraphCall(subgraph, QUERY, null, Map.of(), Map.of(), Map.of());
        ExecutionResult result = Patience.await(
                executor.execute(call).toCompletableFuture(), patience, () -> subgraph + " has not answered " + QUERY);
        Object data = result.getData();
        if (data instanceof Map<?, ?> fields
                && fields.get("_service") instanceof Map<?, ?> service
                && service.get("sdl") instanceof String sdl) {
            return sdl;
        }
        throw new IllegalStateException(subgraph + " does not answer " + QUERY + ": " + result.toSpecification()
                + ". Build it with a library for Apollo Federation, or give its schema: subgraph(name, sdl, executor)");
    }
}
