package ft.transcendence.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.Caller;
import ft.transcendence.testkit.CompositionFailedException;
import ft.transcendence.testkit.FederatedGraph;
import ft.transcendence.testkit.FederatedResponse;
import ft.transcendence.testkit.FederatedStream;
import ft.transcendence.testkit.stub.StubSubgraph;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GuideTests {

    private static final String USERS = Ratings.read("users.graphqls");
    private static final String RATINGS = Ratings.read("ratings.graphqls");

    private final FederatedGraph graph = FederatedGraph.builder()
            .subgraph("ratings", Ratings.graphql())
            .stub("users", USERS)
            .engine(engine -> engine.defer(10))
            .build();

    // tag::other-framework[]
    static FederatedGraph graph(OtherFramework framework, String ratingsSdl, String usersSdl) {
        return FederatedGraph.builder()
                .subgraph("ratings", ratingsSdl, call -> {
                    String token = call.header("Authorization").orElse("");
                    ExecutionResult result = framework.run(token, call.query(), call.variables());
                    return CompletableFuture.completedFuture(result);
                })
                .stub("users", usersSdl)
                .build();
    }
    // end::other-framework[]

    /** A framework that the test kit does not know. */
    private interface OtherFramework {
        ExecutionResult run(String token, String query, Map<String, ?> variables);
    }

    @Test
    void takesSubgraphsOfOtherFrameworks() {
        GraphQL ratings = Ratings.graphql();
        OtherFramework framework = (token, query, variables) -> ratings.execute(ExecutionInput.newExecutionInput()
                .query(query)
                .variables(Map.copyOf(variables))
                .build());

        assertThat(graph(framework, RATINGS, USERS).execute("{ best { name rating } }"))
                .hasData("{\"best\": {\"name\": \"name 7\", \"rating\": 1007}}");
    }

    @Test
    void stubsOtherTeams() {
        String usersSdl = USERS;
        // tag::stub[]
        StubSubgraph users = StubSubgraph.of(usersSdl)
                .entity("User", Map.of("id", "7", "name", "ada")) // others do not exist then
                .answer("Query.viewer", Map.of("id", "7"))
                .answer("Query.user", arguments -> "8".equals(arguments.get("id")) ? Map.of("id", "8") : null)
                .answer("Query.users", List.of(Map.of("id", "1"), Map.of("id", "2")));
        // end::stub[]

        FederatedGraph stubbed = FederatedGraph.builder()
                .subgraph("ratings", Ratings.graphql())
                .stub("users", users)
                .build();
        assertThat(stubbed.execute("{ best { name } viewer { name rating } user(id: 9) { id } users { rating } }"))
                .hasData("""
                        {"best": {"name": "ada"}, "viewer": {"name": "name 7", "rating": 1007}, "user": null,
                         "users": [{"rating": 1001}, {"rating": 1002}]}""");
    }

    @Test
    void setsWhatARequestHas() {
        String token = "secret";
        // tag::operation[]
        FederatedResponse response = graph.operation("query Rating($id: ID!) { user(id: $id) { rating } }")
                .operationName("Rating")
                .variable("id", "1")
                .header("Authorization", "Bearer " + token) // for subgraphs
                .context("tenant", "pong") // for data fetchers, in the GraphQLContext
                .caller(Caller.authenticated(Set.of("read:ratings"))) // for @authenticated and @requiresScopes
                .execute();
        // end::operation[]

        assertThat(response).hasData("{\"user\": {\"rating\": 1001}}");
    }

    @Test
    void assertsHowAResponseCameAbout() {
        // tag::assertions[]
        FederatedResponse response = graph.execute("{ users { rating } }");

        assertThat(response).hasPlan("""
                        QueryPlan {
                          Sequence {
                            Fetch(service: "users") {
                              {
                                users {
                                  id
                                }
                              }
                            },
                            Flatten(path: "users.@") {
                              Fetch(service: "ratings") {
                                {
                                  ... on User {
                                    __typename
                                    id
                                  }
                                } =>
                                {
                                  ... on User {
                                    rating
                                  }
                                }
                              },
                            },
                          },
                        }
                        """).hasRequests(2).hasNoNPlusOne();
        assertThat(response).requestsTo("ratings").singleElement().satisfies(request -> {
            assertThat(request.query()).contains("rating").doesNotContain("name");
            assertThat(request.representations("User"))
                    .extracting(user -> user.get("id"))
                    .containsExactly("1", "2");
        });
        // end::assertions[]
    }

    @Test
    void goesOnWithoutASubgraph() {
        String usersSdl = USERS;
        // tag::outage[]
        FederatedGraph withoutUsers = FederatedGraph.builder()
                .subgraph("ratings", Ratings.graphql())
                .subgraph("users", usersSdl, SubgraphExecutor.unreachable())
                .build();

        assertThat(withoutUsers.execute("{ best { rating name } }"))
                .hasErrorCodes("SUBREQUEST_HTTP_ERROR")
                .hasData("{\"best\": null}"); // name is a String! of users
        // end::outage[]
    }

    @Test
    void subscribes() {
        // tag::subscription[]
        try (FederatedStream rated =
                graph.operation("subscription { rated { name rating } }").subscribe()) {
            assertThat(rated.next()).hasData("{\"rated\": {\"name\": \"name 3\", \"rating\": 1003}}");
            assertThat(rated.hasNext()).isFalse();
        }
        // end::subscription[]
    }

    @Test
    void defers() {
        // tag::defer[]
        FederatedStream parts =
                graph.operation("{ best { rating ... @defer { name } } }").executeIncrementally();

        assertThat(parts.next()).hasData("{\"best\": {\"rating\": 1007}}");
        assertThat(parts.remaining()).hasSize(1);
        // end::defer[]
    }

    @Test
    void refusesWhatDoesNotCompose() {
        assertThatExceptionOfType(CompositionFailedException.class).isThrownBy(() -> FederatedGraph.builder()
                .subgraph("ratings", Ratings.graphql())
                .stub("users", "type Query { best: String }")
                .build());
    }
}
