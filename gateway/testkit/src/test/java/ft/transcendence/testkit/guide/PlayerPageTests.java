package ft.transcendence.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.testkit.FederatedGraph;
import ft.transcendence.testkit.FederatedGraphExtension;
import ft.transcendence.testkit.FederatedResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// tag::first-test[]
class PlayerPageTests {

    @RegisterExtension
    static final FederatedGraphExtension GRAPH = FederatedGraphExtension.of(() -> FederatedGraph.builder()
            .subgraph("ratings", Ratings.graphql()) // our own, a GraphQL of graphql-java
            .stub("users", Ratings.read("users.graphqls")) // another team's, of which we have the schema
            .build());

    @Test
    void showsARatingForEachUser(FederatedGraph graph) {
        FederatedResponse response = graph.execute("{ users { name rating } }");

        assertThat(response)
                .hasNoErrors()
                .hasData("""
                        {"users": [{"name": "name 1", "rating": 1001}, {"name": "name 2", "rating": 1002}]}
                        """)
                .hasRequests("users", 1)
                .hasEntityBatch("ratings", 2); // one request for both users
    }
}
// end::first-test[]
