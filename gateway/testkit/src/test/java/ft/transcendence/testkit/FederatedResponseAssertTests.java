package ft.transcendence.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class FederatedResponseAssertTests {

    private static final String ONE_FETCH_EACH = "Fetch(service: \"users\") BatchFetch(service: \"ratings\")";

    private final FederatedGraph graph = People.graph().build();
    private final FederatedResponse response = graph.execute("{ users(first: 2) { name rating { value } } }");

    @Test
    void comparesDataByItsMeaning() {
        assertThat(response).hasNoErrors().hasData("""
                {"users": [{"rating": {"value": 1001.0}, "name": "user 1"}, {"name": "user 2", "rating": {"value": 1002}}]}
                """);
        assertThat(graph.execute("{ nobody }")).hasData("null");
    }

    @Test
    void showsOtherData() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(response).hasData("{\"users\": []}"))
                .withMessageContaining("Expected data:")
                .withMessageContaining("\"value\" : 1001")
                .withMessageContaining("request to ratings")
                .satisfies(difference -> assertThat(
                                String.valueOf(difference.getExpected().getValue()))
                        .contains("\"users\" : [ ]"));
        assertThat(failureOf(() -> assertThat(response).as("the page").hasData("null")))
                .startsWith("[the page] ");
    }

    @Test
    void tellsAnAbsentFieldFromNull() {
        FederatedResponse missing = graph.execute("{ whoAsks broken }");

        assertThat(missing).hasErrorCodes("BROKEN");
        assertThat(failureOf(() -> assertThat(missing).hasData("{\"whoAsks\": \"nobody, visitor\"}")))
                .contains("\"broken\" : null");
        assertThat(failureOf(() -> assertThat(missing).hasData("{\"whoAsks\": \"nobody, visitor\", \"wrong\": null}")))
                .contains("\"wrong\" : null");
    }

    @Test
    void findsErrors() {
        assertThat(failureOf(() -> assertThat(graph.execute("{ broken }")).hasNoErrors()))
                .contains("There are errors", "The cable is cut.", "request to users");
        assertThat(failureOf(() -> assertThat(response).hasErrorCodes("BROKEN")))
                .contains("BROKEN", "\"user 1\"");
    }

    @Test
    void comparesPlans() {
        FederatedResponse me = graph.execute("{ me { rating { value } } }");

        assertThat(me).hasPlan("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "users") {
                      {
                        me {
                          id
                        }
                      }
                    },
                    Flatten(path: "me") {
                      Fetch(service: "ratings") {
                        {
                          ... on User {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on User {
                            rating {
                              value
                            }
                          }
                        }
                      },
                    },
                  },
                }
                """);
        assertThat(failureOf(() -> assertThat(me).hasPlan("QueryPlan {}"))).contains("query plan", "Flatten");
    }

    @Test
    void countsRequests() {
        assertThat(response)
                .hasRequests(2)
                .hasRequests("users", 1)
                .hasRequests("ratings", 1)
                .hasRequests("teams", 0);
        assertThat(failureOf(() -> assertThat(response).hasRequests(3)))
                .contains("Expected requests: 3, but there are 2", "request to users", "request to ratings");
        assertThat(failureOf(() -> assertThat(response).hasRequests("users", 0)))
                .contains("Expected requests to users: 0, but there are 1");
    }

    @Test
    void continuesWithRequests() {
        assertThat(response).requests().hasSize(2);
        assertThat(response)
                .requestsTo("users")
                .singleElement()
                .extracting(SubgraphExchange::query)
                .isEqualTo("query($_0:Int!){users(first: $_0){name id}}");
    }

    @Test
    void findsTheBatchOfEntities() {
        assertThat(response).hasEntityBatch("ratings", 2);
        assertThat(failureOf(() -> assertThat(response).hasEntityBatch("ratings", 3)))
                .contains("Expected representations in the request to ratings: 3, but there are 2");
        assertThat(failureOf(() -> assertThat(response).hasEntityBatch("users", 2)))
                .contains("Expected requests for entities of users: 1, but there are 0");
        FederatedResponse twice = response(ONE_FETCH_EACH, ratings("1"), ratings("2"));
        assertThat(failureOf(() -> assertThat(twice).hasEntityBatch("ratings", 1)))
                .contains("Expected requests for entities of ratings: 1, but there are 2");
    }

    @Test
    void findsRequestsForEachObject() {
        assertThat(response).hasNoNPlusOne();
        assertThat(response(ONE_FETCH_EACH, ratings("1", "2"))).hasNoNPlusOne();

        FederatedResponse oneByOne = response(ONE_FETCH_EACH, ratings("1"), ratings("2"));
        assertThat(failureOf(() -> assertThat(oneByOne).hasNoNPlusOne()))
                .contains("Requests to ratings: 2, but fetches of it in the plan: 1");
        FederatedResponse repeated = response(ONE_FETCH_EACH, ratings("1", "1"));
        assertThat(failureOf(() -> assertThat(repeated).hasNoNPlusOne())).contains("names an entity twice");
    }

    @Test
    void comparesTheNumberOfRequestsWithAnotherResponse() {
        assertThat(response).hasAsManyRequestsAs(graph.execute("{ users(first: 1) { name rating { value } } }"));
        FederatedResponse fewer = graph.execute("{ users(first: 1) { name } }");
        assertThat(failureOf(() -> assertThat(response).hasAsManyRequestsAs(fewer)))
                .contains("ratings");
    }

    private static String failureOf(ThrowingCallable assertion) {
        return requireNonNull(assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .actual()
                .getMessage());
    }

    /** A response of an engine that sends requests as it likes. */
    private static FederatedResponse response(String plan, SubgraphExchange... requests) {
        byte[] body = "{\"data\":{}}".getBytes(StandardCharsets.UTF_8);
        return new FederatedResponse(
                new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, body, body.length), List.of(requests), () -> plan);
    }

    private static SubgraphExchange ratings(String... ids) {
        List<Map<String, String>> representations = List.of(ids).stream()
                .map(id -> Map.of("__typename", "User", "id", id))
                .toList();
        return SubgraphExchange.begun(new SubgraphCall(
                "ratings",
                "query($r:[_Any!]!){_entities(representations:$r){...on User{rating{value}}}}",
                null,
                Map.of("r", representations),
                Map.of(),
                Map.of()));
    }
}
