package ft.transcendence.testkit.dgs;

import com.netflix.graphql.dgs.DgsQueryExecutor;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpHeaders;

/** Executes requests with the {@code DgsQueryExecutor} of a Spring application. Needs the artifact {@code graphql-dgs}. */
public final class DgsSubgraph {

    private DgsSubgraph() {}

    /** Data fetchers get the headers that the test gave to the operation. */
    public static SubgraphExecutor of(DgsQueryExecutor executor) {
        return call -> CompletableFuture.completedFuture(
                executor.execute(call.query(), call.variables(), Map.of(), headers(call), call.operationName(), null));
    }

    private static HttpHeaders headers(SubgraphCall call) {
        HttpHeaders headers = new HttpHeaders();
        call.headers().forEach(headers::add);
        return headers;
    }
}
