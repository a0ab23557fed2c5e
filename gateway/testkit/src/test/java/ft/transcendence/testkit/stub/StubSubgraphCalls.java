package ft.transcendence.testkit.stub;

import ft.transcendence.testkit.json.Json;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests to a stub as the engine does. */
@SuppressWarnings("NullAway") // variables may be null, which their type does not say
final class StubSubgraphCalls {

    private StubSubgraphCalls() {}

    /** The whole response. */
    static String json(StubSubgraph stub, String query, Map<String, @Nullable Object> variables) {
        SubgraphCall call = new SubgraphCall("stub", query, null, variables, Map.of(), Map.of());
        return Json.write(new LinkedHashMap<String, @Nullable Object>(
                stub.execute(call).toCompletableFuture().join().toSpecification()));
    }

    /** The data of the response. */
    static String data(StubSubgraph stub, String query, Map<String, @Nullable Object> variables) {
        return json(stub, query, variables).replaceFirst("^\\{\"data\":(.*)}$", "$1");
    }
}
