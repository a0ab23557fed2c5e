package ft.transcendence.testkit;

import ft.transcendence.testkit.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions about a response and how it came about. */
public final class FederatedResponseAssert extends AbstractAssert<FederatedResponseAssert, FederatedResponse> {

    FederatedResponseAssert(FederatedResponse actual) {
        super(actual, FederatedResponseAssert.class);
    }

    /** Verifies that the response has no errors. */
    public FederatedResponseAssert hasNoErrors() {
        if (!actual.errors().isEmpty()) {
            throw failure("There are errors:%n%s%n%s", Json.pretty(actual.errors()), requestsText());
        }
        return this;
    }

    /** Verifies the codes of the errors, in any order. */
    public FederatedResponseAssert hasErrorCodes(String... codes) {
        Assertions.assertThat(actual.errorCodes())
                .as(descriptionOr("codes of the errors in " + actual.json()))
                .containsExactlyInAnyOrder(codes);
        return this;
    }

    /**
     * Verifies the {@code data} of the response. Numbers are compared by their value, and the order of an object's members does not matter.
     *
     * @param json an object, or {@code null}
     */
    public FederatedResponseAssert hasData(String json) {
        Object expected = Json.read(json);
        Object data = actual.data();
        if (!Json.same(expected, data)) {
            throw failureWithActualExpected(
                    Json.pretty(data),
                    Json.pretty(expected),
                    "Expected data:%n%s%nbut was:%n%s%nThe response was %s%n%s",
                    Json.pretty(expected),
                    Json.pretty(data),
                    actual.json(),
                    requestsText());
        }
        return this;
    }

    /** Verifies the query plan. White space around it does not matter. */
    public FederatedResponseAssert hasPlan(String plan) {
        Assertions.assertThat(actual.plan().strip())
                .as(descriptionOr("query plan"))
                .isEqualTo(plan.strip());
        return this;
    }

    /** Verifies how many requests all subgraphs got together. */
    public FederatedResponseAssert hasRequests(int count) {
        return hasSize(actual.requests(), count, "requests");
    }

    /** Verifies how many requests a subgraph got. */
    public FederatedResponseAssert hasRequests(String subgraph, int count) {
        return hasSize(actual.requestsTo(subgraph), count, "requests to " + subgraph);
    }

    /** Verifies that a subgraph was asked for entities once, for all of them together. */
    public FederatedResponseAssert hasEntityBatch(String subgraph, int representations) {
        List<SubgraphExchange> batches = actual.requestsTo(subgraph).stream()
                .filter(request -> !request.representations().isEmpty())
                .toList();
        hasSize(batches, 1, "requests for entities of " + subgraph);
        int size = batches.getFirst().representations().size();
        if (size != representations) {
            throw failure(
                    "Expected representations in the request to %s: %s, but there are %s%n%s",
                    subgraph, representations, size, requestsText());
        }
        return this;
    }

    /**
     * Verifies that the number of requests follows from the plan and not from the number of objects: no subgraph got more requests than the plan has
     * fetches of it, and no request names the same entity twice.
     */
    public FederatedResponseAssert hasNoNPlusOne() {
        String plan = actual.plan();
        actual.requests().stream().map(SubgraphExchange::subgraph).distinct().forEach(subgraph -> {
            int requests = actual.requestsTo(subgraph).size();
            long fetches = fetches(plan, subgraph);
            if (requests > fetches) {
                throw failure(
                        "Requests to %s: %s, but fetches of it in the plan: %s%n%s",
                        subgraph, requests, fetches, requestsText());
            }
        });
        actual.requests().stream()
                .filter(request -> request.representations().stream().distinct().count()
                        < request.representations().size())
                .findFirst()
                .ifPresent(request -> {
                    throw failure("The request names an entity twice%n%s", request);
                });
        return this;
    }

    /** Verifies that each subgraph got as many requests as for another response, such as one with fewer objects. */
    public FederatedResponseAssert hasAsManyRequestsAs(FederatedResponse other) {
        Assertions.assertThat(subgraphsOf(actual))
                .as(descriptionOr("the subgraphs of the requests, one for each request"))
                .containsExactlyInAnyOrderElementsOf(subgraphsOf(other));
        return this;
    }

    /** Continues with the requests to all subgraphs, in the order in which they were sent. */
    public ListAssert<SubgraphExchange> requests() {
        return Assertions.assertThat(actual.requests()).as(descriptionOr("requests"));
    }

    /** Continues with the requests to a subgraph. */
    public ListAssert<SubgraphExchange> requestsTo(String subgraph) {
        return Assertions.assertThat(actual.requestsTo(subgraph)).as(descriptionOr("requests to " + subgraph));
    }

    private FederatedResponseAssert hasSize(List<SubgraphExchange> requests, int count, String what) {
        if (requests.size() != count) {
            throw failure("Expected %s: %s, but there are %s%n%s", what, count, requests.size(), requestsText());
        }
        return this;
    }

    private static List<String> subgraphsOf(FederatedResponse response) {
        return response.requests().stream().map(SubgraphExchange::subgraph).toList();
    }

    /** A fetch of several groups has a header of its own and one for each group. */
    private static long fetches(String plan, String subgraph) {
        return Pattern.compile("Fetch\\(service: " + Pattern.quote("\"" + subgraph + "\""))
                .matcher(plan)
                .results()
                .count();
    }

    private String requestsText() {
        return Report.requests(actual.requests());
    }

    private String descriptionOr(String text) {
        String own = info.descriptionText();
        return own.isEmpty() ? text : own;
    }
}
