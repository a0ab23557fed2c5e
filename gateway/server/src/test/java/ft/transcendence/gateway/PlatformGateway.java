package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole gateway that a test starts and stops itself, between the fake subgraph and the fake identity provider of all tests. */
final class PlatformGateway implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private PlatformGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings as {@code name=value} */
    static PlatformGateway start(String... settings) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "management.server.port=0",
                                "SUPERGRAPH=../runtime/src/test/resources/supergraph.graphql",
                                "SUBGRAPH_PLAYERS_URL=" + GatewayTests.SUBGRAPH.url(),
                                "GATEWAY_CREDENTIAL=0123456789abcdef0123456789abcdef",
                                "OIDC_CLIENT_SECRET=secret-of-the-gateway",
                                "OIDC_ISSUER=" + GatewayTests.PROVIDER.issuer(),
                                "OIDC_JWKS_URL=" + GatewayTests.PROVIDER.keysUrl(),
                                "gateway.login.provider-timeout=1s"),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new PlatformGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .profiles("development")
                .initializers(
                        start -> start.getBeanFactory().addBeanPostProcessor(new StandaloneGateway.OwnResources()))
                .run(arguments));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port("local.server.port") + path);
    }

    URI readiness() {
        return management("health/readiness");
    }

    /** Its metrics, as Prometheus reads them. */
    String metrics() {
        return GatewayTests.send(HttpRequest.newBuilder(management("prometheus")))
                .body();
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:" + port("local.management.port") + "/actuator/" + path);
    }

    /** @param what a JSON object */
    HttpResponse<String> invalidate(String what) {
        return GatewayTests.send(HttpRequest.newBuilder(management("cacheinvalidation"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(what)));
    }

    private String port(String name) {
        return Objects.requireNonNull(context.getEnvironment().getProperty(name));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return GatewayTests.send((headers.length == 0 ? request : request.headers(headers)).GET());
    }

    HttpResponse<String> query(String document, String... headers) {
        HttpRequest.Builder request = request("/graphql").header("content-type", "application/json");
        return GatewayTests.send((headers.length == 0 ? request : request.headers(headers))
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}")));
    }

    /** The response to an operation with a session cookie. */
    HttpResponse<String> queryWithSession(String cookie) {
        return query("{ player(id: 1) { name } }", "cookie", cookie, "x-requested-with", "test");
    }

    /** Whether operations with this session are authenticated. */
    boolean isLoggedIn(String cookie) {
        GatewayTests.SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        assertThat(queryWithSession(cookie).statusCode()).isEqualTo(200);
        return GatewayTests.SUBGRAPH.calls().getLast().headers().contains("authorization");
    }

    /** Logs the provider's player in and returns the session's cookie. */
    String logIn() {
        return complete(get("/login"));
    }

    /** Completes a login, which may have been started at another gateway. */
    String complete(HttpResponse<String> pending) {
        return BrowserTests.sessionCookieOf(
                get(BrowserTests.callback(pending), "cookie", BrowserTests.cookieOf(pending)));
    }

    @Override
    public void close() {
        context.close();
    }
}
