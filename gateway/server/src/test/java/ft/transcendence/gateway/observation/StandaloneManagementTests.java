package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.StandaloneGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

/** Health and metrics of a gateway without the actuator. */
class StandaloneManagementTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void servesHealthAndMetricsOnAPortOfItsOwn() throws Exception {
        try (ConfigurableApplicationContext gateway = StandaloneGateway.start(
                "management.server.port=0", "gateway.access-log.enabled=true", "gateway.cache.enabled=true")) {
            StandaloneManagement management = gateway.getBean(StandaloneManagement.class);
            int port = management.port().orElseThrow();

            assertThat(get(port, "/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(port, "/graphql").statusCode()).isEqualTo(404);

            ask(gateway);
            HttpResponse<String> metrics = get(port, "/actuator/prometheus");
            assertThat(metrics.headers().firstValue("content-type")).hasValue(PrometheusText.CONTENT_TYPE);
            assertThat(metrics.body())
                    .contains(
                            "http_server_request_duration_seconds_bucket{",
                            "graphql_plan_cache_requests_total{result=\"miss\"} 1.0",
                            "graphql_plan_cache_size_bytes ",
                            "jvm_memory_used_bytes");

            assertThat(invalidate(port, "{\"type\": \"Player\", \"key\": {\"id\": 1}}"))
                    .isEqualTo(204);
            assertThat(invalidate(port, "{}")).isEqualTo(400);
            assertThat(invalidate(port, "[")).isEqualTo(400);
            assertThat(invalidate(port, "{\"tag\": \"" + "x".repeat(20_000) + "\"}"))
                    .isEqualTo(413);
            assertThat(get(port, "/actuator/cacheinvalidation").statusCode()).isEqualTo(405);

            AvailabilityChangeEvent.publish(gateway, ReadinessState.REFUSING_TRAFFIC);
            assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(port, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothingIsServedOrMeasuredWithoutAPort() {
        try (ConfigurableApplicationContext gateway =
                StandaloneGateway.start(Map.of("SUBGRAPH_PLAYERS_URL", "http://me:secret@localhost:1/graphql"))) {
            assertThat(gateway.getBean(StandaloneManagement.class).port()).isEmpty();
            assertThat(gateway.getBean(MetricsRegistry.class).registry()).isEmpty();

            assertThat(gateway.getBean(StartReport.class).text())
                    .containsPattern("supergraph +/.*/supergraph.graphql, hash [0-9a-f]{32}\n")
                    .contains("subgraph    players at http://localhost:1/graphql (SUBGRAPH_PLAYERS_URL)\n")
                    .containsPattern("on +errors of subgraphs redacted; operation limits \\(depth 30, ")
                    .containsPattern(
                            "off +CSRF header.*; cost limit; credential for subgraphs; introspection refused;.* rate limit; ");
        }
    }

    private static void ask(ConfigurableApplicationContext gateway) throws IOException, InterruptedException {
        int port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        HttpRequest query = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                .build();
        assertThat(HTTP.send(query, BodyHandlers.ofString()).headers().firstValue("x-request-id"))
                .isPresent();
    }

    private static int invalidate(int port, String what) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/cacheinvalidation");
        return HTTP.send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString(what))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
