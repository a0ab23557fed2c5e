package ft.transcendence.gateway;

import ft.transcendence.gateway.identity.TestIdentityProvider;
import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway on a real port, between a real HTTP client, a fake subgraph and a fake identity provider; one for all tests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "SUPERGRAPH=../runtime/src/test/resources/supergraph.graphql",
            "GATEWAY_CREDENTIAL=0123456789abcdef0123456789abcdef",
            "OIDC_CLIENT_SECRET=secret-of-the-gateway",
            "management.server.port=0",
            "gateway.http.allowed-origins=https://pong.example,https://*.pong.example",
            "gateway.http.max-body-size=64KB",
            "gateway.http.receive-timeout=4s",
            "gateway.http.deduplicate-queries=true",
            "gateway.streams.max-per-caller=8",
            "gateway.subgraphs.response-timeout=4s",
            "gateway.subgraphs.shared-streams.score=begins-with-last-event",
            "gateway.tickets.subgraph=players",
            "gateway.login.provider-timeout=1s",
            "gateway.rate-limit.per-second=10000",
            "gateway.rate-limit.burst=10000"
        })
@ActiveProfiles("development")
abstract class GatewayTests {
    static final FakeSubgraph SUBGRAPH = new FakeSubgraph();
    static final TestIdentityProvider PROVIDER = new TestIdentityProvider();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("SUBGRAPH_PLAYERS_URL", SUBGRAPH::url);
        registry.add("OIDC_ISSUER", PROVIDER::issuer);
        registry.add("OIDC_JWKS_URL", PROVIDER::keysUrl);
    }

    HttpResponse<String> post(String body, String... headers) {
        HttpRequest.Builder request = request("/graphql").header("content-type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> query(String document, String... headers) {
        return post("{\"query\":\"" + document.replace("\"", "\\\"") + "\"}", headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
