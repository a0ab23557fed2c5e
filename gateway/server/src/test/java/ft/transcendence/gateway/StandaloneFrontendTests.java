package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** The standalone gateway in front of a site's pages. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "SUPERGRAPH=../runtime/src/test/resources/supergraph.graphql")
@ActiveProfiles("standalone")
class StandaloneFrontendTests {
    private static final BlockingQueue<HttpServerRequest> SEEN = new LinkedBlockingQueue<>();
    private static final DisposableServer PAGES = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                SEEN.add(request);
                return response.sendString(Mono.just("page " + request.uri()));
            })
            .bindNow();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("gateway.frontend-url", () -> "http://127.0.0.1:" + PAGES.port());
    }

    @AfterAll
    static void stop() {
        PAGES.disposeNow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("cookie", "session=secret")
                .header("authorization", "Bearer secret")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void routesPagesToTheirServerWithoutCredentials() throws Exception {
        assertThat(get("/").body()).isEqualTo("page /");
        assertThat(get("/players/ada?tab=matches").body()).isEqualTo("page /players/ada?tab=matches");
        assertThat(SEEN).hasSize(2).allSatisfy(request -> assertThat(
                        request.requestHeaders().contains("cookie")
                                || request.requestHeaders().contains("authorization"))
                .isFalse());
    }

    @Test
    void doesNotRouteTheGatewaysOwnPaths() throws Exception {
        assertThat(get("/graphiql").body()).contains("<title>Transcendence explorer</title>");
        assertThat(get("/graphql?query=%7B__typename%7D").body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }
}
