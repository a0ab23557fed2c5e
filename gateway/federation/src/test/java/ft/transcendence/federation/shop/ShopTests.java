package ft.transcendence.federation.shop;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopTests {

    private final ReplayTransport subgraphs = new ReplayTransport(new InMemoryTransport(Shop.subgraphs()));
    private final FederationEngine engine = FederationEngine.builder()
            .supergraph(Shop.supergraph(0))
            .transport(subgraphs)
            .build();

    private String respond(GraphQLRequest request) {
        return engine.execute(request, RequestContext.anonymous()).join().bodyAsString();
    }

    @Test
    void heavyOperationHasTheFullResponseWithFewRequests() {
        String first = respond(GraphQLRequest.of(Shop.HEAVY));
        long requests = subgraphs.requests();
        assertThat(first).doesNotContain("errors", "null").hasSizeBetween(70_000, 130_000);
        assertThat(requests).isLessThanOrEqualTo(8);
        assertThat(respond(GraphQLRequest.of(Shop.HEAVY))).isEqualTo(first);
        assertThat(subgraphs.requests()).isEqualTo(2 * requests);
    }

    @Test
    void joinTakesOneEntityFetch() {
        assertThat(respond(GraphQLRequest.of(Shop.JOIN, Map.of("n", 2))))
                .isEqualTo("{\"data\":{\"topProducts\":[{\"upc\":\"0\",\"name\":\"Product 0\",\"inStock\":false},"
                        + "{\"upc\":\"1\",\"name\":\"Product 1\",\"inStock\":true}]}}");
        assertThat(subgraphs.requests()).isEqualTo(2);
    }
}
