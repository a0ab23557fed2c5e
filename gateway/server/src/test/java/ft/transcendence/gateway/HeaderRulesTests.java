package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** Headers that pass through the whole gateway, by rules. */
@SuppressWarnings("NullAway.Init")
class HeaderRulesTests {
    private static final FakeSubgraph SUBGRAPH = new FakeSubgraph();
    private static final String PREFIX = "gateway.subgraphs.headers.";

    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void start() {
        gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_PLAYERS_URL", SUBGRAPH.url()),
                PREFIX + "request[0].propagate=x-tenant",
                PREFIX + "request[0].rename=x-org",
                PREFIX + "request[1].insert=x-source",
                PREFIX + "request[1].value=gateway",
                PREFIX + "response[0].propagate=set-cookie",
                PREFIX + "response[1].propagate=cache-control",
                "gateway.subgraphs.named.players.headers.request[0].remove=accept-language");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SUBGRAPH.close();
    }

    @Test
    void passInBothDirections() {
        SUBGRAPH.respondWith((call, response) -> {
            response.addHeader("set-cookie", "a=1")
                    .addHeader("set-cookie", "b=2")
                    .header("x-internal", "secret");
            response.header("cache-control", "max-age=60");
            return FakeSubgraph.json(response, 200, "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        });
        HttpResponse<String> answer = query("x-tenant", "red", "accept-language", "de");

        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().get("x-org")).isEqualTo("red");
            assertThat(call.headers().get("x-source")).isEqualTo("gateway");
            assertThat(call.headers().contains("accept-language")).isFalse();
        });
        assertThat(answer.body()).isEqualTo("{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.headers().allValues("cache-control")).containsExactly("public, max-age=60");
        assertThat(answer.headers().firstValue("x-internal")).isEmpty();
    }

    @Test
    void failedCallsForbidCaching() {
        SUBGRAPH.respondWith((call, response) -> {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });

        assertThat(query("x-tenant", "red").headers().allValues("cache-control"))
                .containsExactly("no-store");
    }

    @Test
    void responsesForACallerArePrivate() {
        SUBGRAPH.respondWith((call, response) -> {
            response.header("cache-control", "public, max-age=60");
            return FakeSubgraph.json(response, 200, "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        });

        assertThat(query("authorization", "Bearer token").headers().allValues("cache-control"))
                .containsExactly("private, max-age=60");
    }

    private static HttpResponse<String> query(String... headers) {
        String port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        return GatewayTests.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .headers(headers)
                .POST(BodyPublishers.ofString("{\"query\":\"{ player(id: 1) { name } }\"}")));
    }
}
