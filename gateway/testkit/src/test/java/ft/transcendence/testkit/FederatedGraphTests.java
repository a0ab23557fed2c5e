package ft.transcendence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.federation.Caller;
import ft.transcendence.federation.Limits;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FederatedGraphTests {

    private final FederatedGraph graph = People.graph().build();

    @Test
    void joinsSubgraphs() {
        FederatedResponse response = graph.execute("{ me { name rating { value } } }");

        assertThat(response.json()).isEqualTo("{\"data\":{\"me\":{\"name\":\"user 1\",\"rating\":{\"value\":1001}}}}");
        assertThat(response.errors()).isEmpty();
    }

    @Test
    void showsTheRequests() {
        FederatedResponse response = graph.execute("{ users(first: 2) { rating { value } } }");

        assertThat(response.requests()).extracting(SubgraphExchange::subgraph).containsExactly("users", "ratings");
        SubgraphExchange request = response.requestsTo("ratings").getFirst();
        assertThat(request.query())
                .isEqualTo(
                        "query($representations:[_Any!]!){_entities(representations:$representations){...on User{rating{value}}}}");
        assertThat(request.representations())
                .containsExactly(Map.of("__typename", "User", "id", "1"), Map.of("__typename", "User", "id", "2"));
        assertThat(request.representations("User")).hasSize(2);
        assertThat(request.representations("Team")).isEmpty();
        assertThat(request.response())
                .isEqualTo(Map.of(
                        "data",
                        Map.of(
                                "_entities",
                                List.of(
                                        Map.of("rating", Map.of("value", 1001)),
                                        Map.of("rating", Map.of("value", 1002))))));
        assertThat(response.requestsTo("users").getFirst().representations()).isEmpty();
    }

    @Test
    void passesVariablesAndTheOperationName() {
        FederatedResponse response = graph.operation(
                        "query Many($n: Int!, $of: Mode!) { users(first: $n) { level(of: $of) } } query None { me { id } }")
                .operationName("Many")
                .variable("n", 1)
                .variables(Map.of("of", "TEAM"))
                .execute();

        assertThat(response.data()).isEqualTo(Map.of("users", List.of(Map.of("level", -1))));
        assertThat(response.requestsTo("users").getFirst().variables()).isEqualTo(Map.of("n", 1));
        assertThat(response.requestsTo("users").getFirst().call().operationName())
                .isEqualTo("Many__users__0");
    }

    @Test
    void passesHeadersAndContext() {
        FederatedResponse response = graph.operation("{ whoAsks }")
                .header("x-NAME", "ada")
                .context("role", "admin")
                .execute();

        assertThat(response.data()).isEqualTo(Map.of("whoAsks", "ada, admin"));
        assertThat(graph.execute("{ whoAsks }").data()).isEqualTo(Map.of("whoAsks", "nobody, visitor"));
    }

    @Test
    void showsErrorsOfSubgraphsUnchanged() {
        FederatedResponse response = graph.execute("{ broken }");

        assertThat(response.errorCodes()).containsExactly("BROKEN");
        assertThat(response.errors()).extracting(error -> error.get("message")).containsExactly("The cable is cut.");
    }

    @Test
    void showsWhyAnOperationIsRefused() {
        FederatedResponse response = graph.execute("{ you { id } }");

        assertThat(response.data()).isNull();
        assertThat(response.errorCodes()).containsExactly("GRAPHQL_VALIDATION_FAILED");
        assertThat(response.requests()).isEmpty();
        assertThat(response.plan()).startsWith("There is no plan: ").contains("you");
    }

    @Test
    void explainsPlans() {
        assertThat(graph.plan("{ me { name } }")).isEqualTo("""
                QueryPlan {
                  Fetch(service: "users") {
                    {
                      me {
                        name
                      }
                    }
                  },
                }
                """);
        assertThat(graph.operation("{ me { name } }").explanation().dot()).startsWith("digraph");
    }

    @Test
    void executesOnTheThreadOfTheTest() {
        ThreadLocal<String> transaction = new ThreadLocal<>();
        transaction.set("open");
        GraphQL users = People.users();
        FederatedGraph threaded = FederatedGraph.builder()
                .subgraph("users", call -> {
                    assertThat(transaction.get()).isEqualTo("open");
                    return users.executeAsync(call.toExecutionInput());
                })
                .subgraph("ratings", call -> {
                    assertThat(transaction.get()).isEqualTo("open");
                    return People.ratings().executeAsync(call.toExecutionInput());
                })
                .build();

        assertThat(threaded.execute("{ me { rating { value } } }"))
                .hasNoErrors()
                .hasRequests(2);
    }

    @Test
    void respectsTheCaller() {
        String sdl = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes"])
                type Query { open: Int secret: Int @requiresScopes(scopes: [["spy"]]) }
                """;
        FederatedGraph guarded = FederatedGraph.builder().stub("guarded", sdl).build();

        assertThat(guarded.execute("{ open secret }"))
                .hasErrorCodes("UNAUTHENTICATED")
                .hasData("{\"open\": 1, \"secret\": null}");
        assertThat(guarded.operation("{ open secret }")
                        .caller(Caller.authenticated(Set.of("spy")))
                        .execute())
                .hasNoErrors()
                .hasData("{\"open\": 1, \"secret\": 1}");
    }

    @Test
    void takesSettingsOfTheEngine() {
        Limits defaults = Limits.defaults();
        FederatedGraph limited = People.graph()
                .engine(engine -> engine.limits(new Limits(
                        defaults.maxCharacters(),
                        defaults.maxTokens(),
                        1,
                        defaults.maxFields(),
                        defaults.maxRootFields(),
                        defaults.maxAliases())))
                .build();

        assertThat(limited.execute("{ me { name } }").errorCodes()).containsExactly("OPERATION_LIMIT_EXCEEDED");
    }

    @Test
    void refusesSubgraphsThatDoNotCompose() {
        FederatedGraph.Builder builder =
                FederatedGraph.builder().subgraph("users", People.users()).stub("names", "type Query { me: Int }");

        assertThatExceptionOfType(CompositionFailedException.class)
                .isThrownBy(builder::build)
                .withMessageStartingWith("users, names do not compose:\n\n")
                .withMessageContaining("names:1:14")
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.code())
                        .contains(ErrorCode.FIELD_TYPE_MISMATCH));
    }

    @Test
    void refusesAServerThatIsNoSubgraph() {
        GraphQL plain = GraphQL.newGraphQL(new SchemaGenerator()
                        .makeExecutableSchema(
                                new SchemaParser().parse("type Query { me: Int }"), RuntimeWiring.MOCKED_WIRING))
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> FederatedGraph.builder().subgraph("plain", plain))
                .withMessageStartingWith("plain does not answer { _service { sdl } }: ")
                .withMessageEndingWith("or give its schema: subgraph(name, sdl, executor)");
        assertThat(FederatedGraph.builder()
                        .subgraph("plain", "type Query { me: Int }", SubgraphExecutor.of(plain))
                        .build()
                        .execute("{ me }"))
                .hasData("{\"me\": null}");
    }

    @Test
    void refusesTwoSubgraphsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> People.graph().subgraph("users", People.users()))
                .withMessage("There are two subgraphs named users");
    }

    @Test
    void goesOnWithoutAnUnreachableSubgraph() {
        FederatedGraph partial = FederatedGraph.builder()
                .subgraph("users", People.users())
                .subgraph("ratings", People.RATINGS, SubgraphExecutor.unreachable())
                .build();

        FederatedResponse response = partial.execute("{ me { name rating { value } } }");

        assertThat(response)
                .hasErrorCodes("SUBREQUEST_HTTP_ERROR")
                .hasData("{\"me\": {\"name\": \"user 1\", \"rating\": null}}");
        assertThat(response.requestsTo("ratings").getFirst().failure()).hasMessage("ratings is unreachable");
    }

    @Test
    void countsAnExceptionAsAFailedRequest() {
        FederatedGraph partial = FederatedGraph.builder()
                .subgraph("users", People.users())
                .subgraph("ratings", People.RATINGS, call -> {
                    throw new UnsupportedOperationException("not today");
                })
                .build();

        FederatedResponse response = partial.execute("{ me { rating { value } } }");

        assertThat(response).hasErrorCodes("SUBREQUEST_HTTP_ERROR");
        assertThat(response.requestsTo("ratings").getFirst().failure()).hasMessage("not today");
    }

    @Test
    void doesNotWaitForEver() {
        FederatedGraph stuck = FederatedGraph.builder()
                .patience(Duration.ofMillis(20))
                .subgraph("users", People.USERS, call -> new CompletableFuture<ExecutionResult>())
                .build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> stuck.execute("{ me { id } }"))
                .withMessageContaining("request to users")
                .withMessageContaining("no response yet")
                .withMessageContaining("within 20 ms");
    }

    @Test
    void showsWhatWasComposed() {
        assertThat(graph.supergraph()).contains("@join__type", "USERS");
        assertThat(graph.apiSchema()).contains("type User").doesNotContain("join__");
        assertThat(graph.hints()).isNotNull();
    }
}
