package ft.transcendence.matches.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GatewayProbeTests {

    private static final String MATCHES = "{\"data\": {\"matchesByIds\": []}}";

    private final BlockingQueue<String> queries = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        gateway.stop(0);
    }

    @Test
    void getsThrough() {
        respond(200, MATCHES, MATCHES.length());

        assertThatCode(() -> probe(address()).requireResponse()).doesNotThrowAnyException();
        assertThat(queries).containsExactly("{\"query\": \"{ matchesByIds(ids: []) { id } }\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {\"data\": {\"matchesByIds\": []}}",
                "200 | {\"data\": null, \"errors\": [{\"message\": \"The subgraph 'matches' is unavailable\"}]}",
                "200 | <html>Maintenance</html>"
            })
    void failsIfTheGatewayDoesNotReachThisService(int status, String body) {
        respond(status, body, body.length());

        assertThatIOException().isThrownBy(() -> probe(address()).requireResponse());
    }

    @Test
    void doesNotWaitForTheRestOfAResponse() {
        respond(200, MATCHES, MATCHES.length() + 1);

        assertThatIOException()
                .isThrownBy(() -> probe(address(), Duration.ofMillis(300)).requireResponse())
                .withMessageContaining("PT0.3S");
    }

    @Test
    void failsIfNobodyListens() {
        URI address = address();
        gateway.stop(0);

        assertThatIOException().isThrownBy(() -> probe(address).requireResponse());
    }

    @Test
    void leavesOutAnUnknownGateway() {
        assertThatCode(() -> probe(null).requireResponse()).doesNotThrowAnyException();
    }

    /** A response that is complete, or of which the last bytes never come. */
    private void respond(int status, String body, int length) {
        gateway.createContext("/graphql", exchange -> {
            queries.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (length > body.length()) {
                awaitEnd();
            }
            exchange.close();
        });
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/graphql");
    }

    private static GatewayProbe probe(@Nullable URI gateway) {
        return probe(gateway, Duration.ofSeconds(10));
    }

    private static GatewayProbe probe(@Nullable URI gateway, Duration patience) {
        return new GatewayProbe(
                new ObservationProperties(
                        gateway, Duration.ofSeconds(1), patience, Duration.ofSeconds(5), Duration.ofDays(1)),
                JsonMapper.shared());
    }
}
