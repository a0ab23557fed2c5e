package ft.transcendence.testkit;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.testkit.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/** A response to a client, and how it came about. AssertJ's {@code assertThat(response)} gives a {@link FederatedResponseAssert}. */
public final class FederatedResponse implements AssertProvider<FederatedResponseAssert> {

    private final GraphQLResponse response;
    private final List<SubgraphExchange> requests;
    private final Supplier<String> plan;

    FederatedResponse(GraphQLResponse response, List<SubgraphExchange> requests, Supplier<String> plan) {
        this.response = response;
        this.requests = List.copyOf(requests);
        this.plan = plan;
    }

    /** The whole body, as the client gets it. */
    public String json() {
        return response.bodyAsString();
    }

    /** The whole body, with {@code data}, {@code errors} or both. */
    public Map<String, @Nullable Object> body() {
        return Collections.unmodifiableMap(Json.readObject(json()));
    }

    /** The {@code data} of the body; null if it is null or missing. */
    public @Nullable Map<String, @Nullable Object> data() {
        return body().get("data") instanceof Map<?, ?> data ? Collections.unmodifiableMap(Json.object(data)) : null;
    }

    /** The {@code errors} of the body; empty if there are none. */
    public List<Map<String, @Nullable Object>> errors() {
        return body().get("errors") instanceof List<?> errors
                ? errors.stream().map(Json::object).toList()
                : List.of();
    }

    /** The {@code extensions.code} of the errors, in their order. */
    public List<String> errorCodes() {
        return response.errors().stream().map(ResponseError::code).toList();
    }

    /** The requests to subgraphs, in the order in which they were sent. For an item of a stream, those since the item before was read. */
    public List<SubgraphExchange> requests() {
        return requests;
    }

    /** The requests to one subgraph. */
    public List<SubgraphExchange> requestsTo(String subgraph) {
        return requests.stream()
                .filter(request -> request.subgraph().equals(subgraph))
                .toList();
    }

    /** The query plan; why there is none for an operation that was refused. */
    public String plan() {
        return plan.get();
    }

    /** For AssertJ: tests call {@code assertThat(response)}. */
    @Override
    @Deprecated
    public FederatedResponseAssert assertThat() {
        return new FederatedResponseAssert(this);
    }

    @Override
    public String toString() {
        return json();
    }
}
