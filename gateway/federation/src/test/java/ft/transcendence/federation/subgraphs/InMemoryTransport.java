package ft.transcendence.federation.subgraphs;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reaches subgraphs by a call on the same thread and remembers every exchange, in the order of the requests. */
public final class InMemoryTransport implements SubgraphTransport {

    /** A subgraph: the request's JSON object in, the answer's out. */
    public interface Subgraph extends Function<Map<String, @Nullable Object>, Map<String, Object>> {}

    private final Map<String, ? extends Subgraph> subgraphs;
    private final List<Exchange> exchanges = new ArrayList<>();

    public InMemoryTransport(Map<String, ? extends Subgraph> subgraphs) {
        this.subgraphs = Map.copyOf(subgraphs);
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        Map<String, @Nullable Object> body = Json.fields(Json.read(bytes(request.body())));
        Subgraph subgraph = subgraphs.get(request.subgraph());
        if (subgraph == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("No subgraph " + request.subgraph()));
        }
        byte[] answer = Json.bytes(subgraph.apply(body));
        synchronized (exchanges) {
            exchanges.add(exchange(request.subgraph(), body, answer));
        }
        return CompletableFuture.completedFuture(new SubgraphResponse(200, answer));
    }

    /** The exchanges so far; the list starts anew. */
    public List<Exchange> takeExchanges() {
        synchronized (exchanges) {
            List<Exchange> taken = List.copyOf(exchanges);
            exchanges.clear();
            return taken;
        }
    }

    private static Exchange exchange(String subgraph, Map<String, @Nullable Object> body, byte[] answer) {
        Object variables = body.get("variables");
        return new Exchange(
                subgraph,
                String.valueOf(body.get("query")),
                variables == null ? Map.of() : Json.fields(variables),
                new String(answer, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
