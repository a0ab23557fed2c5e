package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The application in front of two subgraphs, with its endpoint at another path. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "gateway.http.path=/shop"})
@ExtendWith(OutputCaptureExtension.class)
class ShopGatewayTests {
    private static final String LAMP =
            "{\"data\":{\"product\":{\"__typename\":\"Product\",\"id\":\"1\",\"name\":\"Lamp\"}}}";
    private static final String PRICE = "event: next\ndata: {\"data\":{\"priceChanged\":{\"price\":900}}}\n\n";
    private static final String COMPLETE = "event: complete\ndata:\n\n";
    private static final FakeSubgraph PRODUCTS = FakeSubgraph.start(LAMP, PRICE + COMPLETE);
    private static final FakeSubgraph REVIEWS =
            FakeSubgraph.start("{\"data\":{\"_entities\":[{\"reviews\":[{\"stars\":5}]}]}}", COMPLETE);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    /** What the application serves beside its endpoint. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OpeningHours {
        @Bean
        RouterFunction<ServerResponse> openingHours() {
            return RouterFunctions.route()
                    .GET("/hours", request -> ServerResponse.ok().bodyValue("nine to five"))
                    .build();
        }
    }

    @DynamicPropertySource
    static void subgraphs(DynamicPropertyRegistry settings) {
        settings.add("gateway.subgraphs.named.products.url", PRODUCTS::address);
        settings.add("gateway.subgraphs.named.reviews.url", REVIEWS::address);
    }

    @BeforeEach
    void forgetRegions() {
        PRODUCTS.regions().clear();
        REVIEWS.regions().clear();
    }

    @AfterAll
    static void stop() {
        PRODUCTS.close();
        REVIEWS.close();
    }

    @Test
    void answersWithWhatTwoSubgraphsKnow() throws Exception {
        assertThat(ask("{ product(id: 1) { name reviews { stars } } }").body())
                .isEqualTo("{\"data\":{\"product\":{\"name\":\"Lamp\",\"reviews\":[{\"stars\":5}]}}}");
    }

    @Test
    void answersGet() throws Exception {
        assertThat(get(port, "/shop?query=" + URLEncoder.encode("{ product(id: 1) { name } }", StandardCharsets.UTF_8))
                        .body())
                .isEqualTo("{\"data\":{\"product\":{\"name\":\"Lamp\"}}}");
    }

    @Test
    void streamsSubscriptions() throws Exception {
        HttpResponse<String> stream = ask("subscription { priceChanged { price } }", "accept", "text/event-stream");

        assertThat(stream.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(stream.body()).contains(PRICE, COMPLETE);
    }

    @Test
    void tellsSubgraphsAndTheClientTheRegion() throws Exception {
        HttpResponse<String> response = ask("{ product(id: 1) { name reviews { stars } } }", "x-region", "us");

        assertThat(response.headers().firstValue("x-region")).hasValue("us");
        assertThat(PRODUCTS.regions()).containsExactly("us");
        assertThat(REVIEWS.regions()).containsExactly("us");
    }

    @Test
    void refusesAnOperationBeyondItsLimits() throws Exception {
        String aliases = "a:__typename b:__typename c:__typename d:__typename e:__typename f:__typename";

        assertThat(ask("{" + aliases + "}").body()).contains("OPERATION_LIMIT_EXCEEDED");
    }

    @Test
    void hidesItsSchemaAndTheExplorer() throws Exception {
        assertThat(ask("{ __schema { queryType { name } } }").body()).contains("errors");
        assertThat(get(port, "/graphiql").statusCode()).isEqualTo(404);
    }

    @Test
    void servesItsOwnPages() throws Exception {
        assertThat(get(port, "/hours").body()).isEqualTo("nine to five");
    }

    @Test
    void servesHealthAndMetricsOnAPortOfTheirOwn() throws Exception {
        ask("{ product(id: 1) { name } }");

        assertThat(get(managementPort, "/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(managementPort, "/actuator/prometheus").body())
                .contains("graphql_operations_total{", "application_started_time_seconds");
        assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatToSetWhenThereIsNoSupergraph(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        ShopGateway.class,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--gateway.supergraph.file="))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "No supergraph is configured.", "Set gateway.supergraph.file");
    }

    private HttpResponse<String> ask(String query, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/shop"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int from, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + from + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
