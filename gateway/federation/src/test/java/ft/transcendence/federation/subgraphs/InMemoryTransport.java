package ft.transcendence.federation.subgraphs;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls subgraphs on the same thread and records every exchange, in the order of the requests. */
public final class InMemoryTransport implements SubgraphTransport {

    /** A subgraph: a function from the JSON of a request to that of the response. */
    public interface Subgraph extends Function<Map<String, @Nullable Object>, Map<String, Object>> {}

    private final Map<String, ? extends Subgraph> subgraphs;
    private final List<Exchange> exchanges = new ArrayList<>();

    public InMemoryTransport(Map<String, ? extends Subgraph> subgraphs) {
        this.subgraphs = Map.copyOf(subgraphs);
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        Map<String, @Nullable Object> body = Json.fields(Json.read(request.bodyAsBytes()));
        Subgraph subgraph = subgraphs.get(request.subgraph());
        if (subgraph == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("No subgraph " + request.subgraph()));
        }
        byte[] response = Json.bytes(subgraph.apply(body));
        synchronized (exchanges) {
            exchanges.add(exchange(request.subgraph(), body, response));
        }
        return CompletableFuture.completedFuture(new SubgraphResponse(200, response));
    }

    /** Removes and returns the exchanges so far. */
    public List<Exchange> takeExchanges() {
        synchronized (exchanges) {
            List<Exchange> taken = List.copyOf(exchanges);
            exchanges.clear();
            return taken;
        }
    }

    private static Exchange exchange(String subgraph, Map<String, @Nullable Object> body, byte[] response) {
        Object variables = body.get("variables");
        return new Exchange(
                subgraph,
                String.valueOf(body.get("query")),
                variables == null ? Map.of() : Json.fields(variables),
                new String(response, StandardCharsets.UTF_8));
    }
}
