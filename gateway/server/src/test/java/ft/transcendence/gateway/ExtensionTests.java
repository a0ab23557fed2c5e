package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.extension.ClientRequest;
import ft.transcendence.extension.GatewayExtension;
import ft.transcendence.extension.SubgraphFetch;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission.Decision;
import ft.transcendence.federation.OperationSummary;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** What extensions can do at each stage of an operation. */
class ExtensionTests {
    private static final FakeSubgraph SUBGRAPH = new FakeSubgraph();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ADA = "{\"data\":{\"player\":{\"name\":\"Ada\"}}}";
    private static final String QUERY = "query Ada { player(id: 1) { name } }";
    private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());

    private static ConfigurableApplicationContext gateway;

    /** Not annotated, so that no other gateway of these tests finds it. */
    static class Extending {
        @Bean
        @Order(2)
        GatewayExtension inner() {
            return new Scripted("inner");
        }

        @Bean
        @Order(1)
        GatewayExtension outer() {
            return new Scripted("outer");
        }
    }

    /** Does what the header {@code X-Do} says, and notes what it sees. */
    private record Scripted(String name) implements GatewayExtension {
        @Override
        public void onRequest(ClientRequest request) {
            SEEN.add(name + " request");
            if (does(request, "fail")) {
                throw new IllegalStateException("broken");
            }
            request.attributes().put(name, "remembered");
            request.addResponseHeader("x-seen-by", name);
        }

        @Override
        public CompletionStage<Decision> onOperation(ClientRequest request, OperationSummary operation) {
            SEEN.add(name + " operation " + operation.name() + " " + operation.fields());
            if (does(request, "refuse")) {
                return CompletableFuture.completedFuture(
                        new Decision.Refused(GraphQLResponse.Kind.REQUEST_ERROR, "Not now", "CLOSED"));
            }
            if (does(request, "hang")) {
                return new CompletableFuture<>();
            }
            return CompletableFuture.supplyAsync(() -> new Decision.Admitted(Set.of(name)));
        }

        @Override
        public FetchObserver onFetch(ClientRequest request, SubgraphFetch fetch) {
            fetch.addHeader("x-" + name, request.attributes().get(name) + " " + fetch.subgraph());
            return new FetchObserver() {
                @Override
                public void answered(SubgraphResponse response, List<ResponseError> errors) {
                    SEEN.add(name + " fetched " + response.status());
                }
            };
        }

        @Override
        public void onResponse(ClientRequest request, GraphQLResponse response) {
            SEEN.add(name + " response " + response.kind());
        }

        private boolean does(ClientRequest request, String action) {
            return request.header("x-do").filter((name + " " + action)::equals).isPresent();
        }
    }

    @BeforeAll
    static void start() {
        gateway = StandaloneGateway.start(
                List.of(Extending.class),
                Map.of("SUBGRAPH_PLAYERS_URL", SUBGRAPH.url()),
                "gateway.extensions.decision-timeout=300ms",
                "gateway.rate-limit.enabled=true",
                "gateway.rate-limit.fields.[Query.secret].burst=2",
                "gateway.rate-limit.operations.Limited.burst=1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SUBGRAPH.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
        SUBGRAPH.respondWith(call -> ADA);
    }

    @Test
    void takePartInEachStage() throws Exception {
        HttpResponse<String> response = query(QUERY, "none");

        assertThat(response.body()).isEqualTo(ADA);
        assertThat(response.headers().allValues("x-seen-by")).containsExactly("outer", "inner");
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().get("x-outer")).isEqualTo("remembered players");
            assertThat(call.headers().get("x-inner")).isEqualTo("remembered players");
        });
        assertThat(SEEN)
                .containsExactly(
                        "outer request",
                        "inner request",
                        "outer operation Ada [Query.player, Player.name]",
                        "inner operation Ada [Query.player, Player.name]",
                        "outer fetched 200",
                        "inner fetched 200",
                        "inner response EXECUTED",
                        "outer response EXECUTED");
    }

    @Test
    void refuseAnOperation() throws Exception {
        HttpResponse<String> response = query(QUERY, "outer refuse");

        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"message\":\"Not now\",\"extensions\":{\"code\":\"CLOSED\"}}]}");
        assertThat(SUBGRAPH.calls()).isEmpty();
        assertThat(SEEN)
                .containsExactly(
                        "outer request",
                        "inner request",
                        "outer operation Ada [Query.player, Player.name]",
                        "inner response REQUEST_ERROR",
                        "outer response REQUEST_ERROR");
    }

    @Test
    void cannotHoldAnOperationForever() throws Exception {
        HttpResponse<String> response = query(QUERY, "inner hang");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("\"code\":\"DECISION_TIMEOUT\"");
        assertThat(SUBGRAPH.calls()).isEmpty();
    }

    @Test
    void failTheirOwnRequestOnly() throws Exception {
        HttpResponse<String> response = query(QUERY, "inner fail");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("INTERNAL_ERROR").doesNotContain("broken");
        assertThat(query(QUERY, "none").body()).isEqualTo(ADA);
    }

    @Test
    void limitsHowOftenAFieldIsSelected() throws Exception {
        assertThat(query("{ secret }", "none").statusCode()).isEqualTo(200);
        assertThat(query("{ one: secret two: secret }", "none").statusCode()).isEqualTo(200);
        HttpResponse<String> third = query("{ player(id: 1) { name } secret }", "none");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("retry-after")).hasValue("1");
        assertThat(third.body())
                .isEqualTo("{\"errors\":[{\"message\":\"Too many requests for Query.secret\","
                        + "\"extensions\":{\"code\":\"RATE_LIMITED\"}}]}");
        assertThat(query(QUERY, "none").statusCode()).isEqualTo(200);
    }

    @Test
    void limitsHowOftenAnOperationIsExecuted() throws Exception {
        assertThat(query(QUERY.replace("Ada", "Limited"), "none").statusCode()).isEqualTo(200);
        assertThat(query(QUERY.replace("Ada", "Limited"), "none").statusCode()).isEqualTo(429);
    }

    private static HttpResponse<String> query(String document, String action) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port") + "/graphql"))
                .header("content-type", "application/json")
                .header("x-do", action)
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
