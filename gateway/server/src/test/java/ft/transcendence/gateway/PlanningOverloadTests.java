package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** New operations that arrive faster than they can be planned, at a gateway with a tiny planning queue. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "SUPERGRAPH=../runtime/src/test/resources/supergraph.graphql",
            "gateway.planning.threads=1",
            "gateway.planning.max-waiting=1",
            "gateway.planning.max-waiting-per-caller=1"
        })
@ActiveProfiles("standalone")
class PlanningOverloadTests {
    private static final String CACHED = "{ __typename }";
    private static final int AT_ONCE = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    private int sent;

    @Test
    void overloadRejectsNewOperationsAndServesCachedOnes() {
        assertThat(ask(CACHED).join().statusCode()).isEqualTo(200);
        List<HttpResponse<String>> refused = List.of();
        // how many of them overlap is a matter of luck, so there are several attempts
        for (int i = 0; i < 20 && refused.isEmpty(); i++) {
            refused = burst();
        }
        assertThat(refused).isNotEmpty().allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("retry-after")).hasValue("1");
            assertThat(response.body()).contains("PLANNING_OVERLOADED").doesNotContain("\"data\":{");
        });
        assertThat(ask(newOperation()).join().statusCode())
                .as("once there is space")
                .isEqualTo(200);
    }

    /** Sends new operations and cached ones concurrently. */
    private List<HttpResponse<String>> burst() {
        List<CompletableFuture<HttpResponse<String>>> fresh =
                IntStream.range(0, AT_ONCE).mapToObj(i -> ask(newOperation())).toList();
        List<CompletableFuture<HttpResponse<String>>> known =
                IntStream.range(0, AT_ONCE).mapToObj(i -> ask(CACHED)).toList();
        assertThat(known)
                .allSatisfy(response -> assertThat(response.join().statusCode()).isEqualTo(200));
        return fresh.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() != 200)
                .toList();
    }

    private String newOperation() {
        sent++;
        return IntStream.range(0, 90)
                .mapToObj(i -> "a" + sent + "_" + i + ": __typename")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private CompletableFuture<HttpResponse<String>> ask(String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }
}
