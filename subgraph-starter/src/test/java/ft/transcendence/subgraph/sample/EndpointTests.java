package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.security.GatewayCredentialFilter;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The HTTP endpoint for queries and mutations, as GraphQL over HTTP describes it. */
@SubgraphTest
class EndpointTests {

    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String JSON = "application/json";
    private static final String QUERY = "{\"query\": \"{ numbers(first: 1) { nodes } }\"}";
    private static final String INVALID = "{\"query\": \"{ nothing }\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void answersWithTheAcceptedMediaType() throws Exception {
        HttpResponse<String> graphQL = post(QUERY, JSON, GRAPHQL + ", application/json;q=0.9");
        HttpResponse<String> json = post(QUERY, "application/json; charset=utf-8", JSON);

        assertThat(graphQL.headers().firstValue("Content-Type")).contains(GRAPHQL);
        assertThat(json.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(graphQL.body()).isEqualTo(json.body()).contains("\"nodes\":[");
    }

    @Test
    void saysInTheStatusOfAGraphQLResponseWhetherTheOperationWasExecuted() throws Exception {
        assertThat(post(INVALID, JSON, JSON).statusCode()).isEqualTo(200);
        assertThat(post(INVALID, JSON, GRAPHQL).statusCode()).isEqualTo(400);
        assertThat(post("{\"query\": \"{ refuse }\"}", JSON, GRAPHQL).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"query\": null}", "{\"query\": {}}", ""})
    void rejectsABodyThatIsNoOperation(String body) throws Exception {
        assertThat(post(body, JSON, JSON).statusCode()).isEqualTo(400);
    }

    @Test
    void leavesOtherMediaTypesToSpring() throws Exception {
        assertThat(post(QUERY, "text/plain", JSON).statusCode()).isEqualTo(415);
    }

    @Test
    void isTimedUnderItsPath() throws Exception {
        long before = requests();

        post(QUERY, JSON, JSON);

        // the timer stops after the response was sent
        await().untilAsserted(() -> assertThat(requests()).isEqualTo(before + 1));
    }

    private long requests() {
        return metrics.find("http.server.requests").tag("uri", "/graphql").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private HttpResponse<String> post(String body, String contentType, String accepted)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                            .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                            .header("Content-Type", contentType)
                            .header("Accept", accepted)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
