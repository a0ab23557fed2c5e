package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformEndpointsTests extends GatewayTests {
    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
    void managementPortServesHealthAndMetrics(String path) {
        assertThat(management(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/env", "/actuator/heapdump", "/actuator/gateway/routes", "/actuator/beans", "/graphql"
            })
    void managementPortServesNothingElse(String path) {
        assertThat(management(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsInvalidatedWithoutACache() {
        HttpResponse<String> refused = send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/cacheinvalidation"))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"type\": \"Player\"}")));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("gateway.cache.enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus"})
    void publicPortServesNoManagementEndpoints(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void metricsCountOperations() {
        query("{ __typename }");
        assertThat(management("/actuator/prometheus").body()).contains("http_server_request_duration_seconds_count");
    }

    @Test
    void everyMetricIsInTheReference() throws IOException {
        String reference = Files.readString(Path.of("../../docs/metrics.md"));
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":null}}");
        query("{ player(id: 1) { name } }");

        List<String> unknown = management("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                // of timers and summaries
                .map(name -> name.replaceAll("_max$", ""))
                .filter(name -> !reference.contains("`" + name + "`"))
                .filter(name -> !reference.contains("`" + name.replaceAll("_.*", "_") + "`"))
                .filter(name -> !name.startsWith("http_server_requests_") && !name.startsWith("http_client_requests_"))
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void keysOfTicketsComeFromTheSubgraphThatSignsThem() {
        SUBGRAPH.respondWith(call -> "{\"keys\":[]}");

        HttpResponse<String> keys =
                get("/.well-known/jwks.json", "cookie", "page=1", "x-gateway-credential", "guessed");

        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.body()).isEqualTo("{\"keys\":[]}");
        assertThat(keys.headers().firstValue("content-type")).hasValue("application/jwk-set+json");
        assertThat(keys.headers().firstValue("cache-control")).hasValue("max-age=300, public");
        assertThat(get("/.well-known/jwks.json").body()).isEqualTo(keys.body());
        assertThat(SUBGRAPH.calls()).hasSize(1).first().satisfies(call -> {
            assertThat(call.headers().get("x-gateway-credential")).isEqualTo("0123456789abcdef0123456789abcdef");
            assertThat(call.headers().contains("cookie")).isFalse();
        });
    }

    @Test
    void explorerLoadsNothingFromOtherHosts() {
        HttpResponse<String> page = get("/graphiql");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
        assertThat(page.headers().firstValue("x-frame-options")).hasValue("DENY");
        assertThat(page.body()).doesNotContain("http:", "https:").doesNotContainPattern("<script>");
        page.body()
                .lines()
                .filter(line -> line.contains("/graphiql/"))
                .map(line -> line.replaceAll(".*\"(/graphiql/[^\"]+)\".*", "$1"))
                .forEach(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
        assertThat(get("/graphiql/settings.json").body()).isEqualTo("{\"endpoint\":\"/graphql\",\"login\":true}");
    }

    @Test
    void explorersScriptsAreCompressedAndCached() {
        String path = "/graphiql/vendor/graphiql.min.js";
        HttpResponse<String> plain = get(path);
        HttpResponse<String> compressed = send(request(path).header("accept-encoding", "gzip"));
        assertThat(compressed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("vary")).hasValue("Accept-Encoding");
        assertThat(compressed.headers().firstValueAsLong("content-length").orElseThrow())
                .isLessThan(plain.headers().firstValueAsLong("content-length").orElseThrow() / 2);

        String tag = plain.headers().firstValue("etag").orElseThrow();
        assertThat(compressed.headers().firstValue("etag")).hasValue(tag);
        assertThat(plain.headers().firstValue("cache-control")).hasValue("no-cache, public");
        assertThat(send(request(path).header("if-none-match", tag)).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphiql/nothing.js",
                "/graphiql/vendor",
                "/graphiql/../application.yaml",
                "/graphiql/%2e%2e/application.yaml",
                "/graphiql/..%2fapplication.yaml"
            })
    void explorerServesItsOwnFilesOnly(String path) {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void rootRedirectsToTheExplorer() {
        HttpResponse<String> root = get("/");
        assertThat(root.statusCode()).isEqualTo(307);
        assertThat(root.headers().firstValue("location")).hasValue("/graphiql");
    }

    @Test
    void servesTheDefaultAvatar() {
        HttpResponse<String> picture = get("/avatars/default.svg");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("content-type")).hasValue("image/svg+xml");
        assertThat(picture.headers().firstValue("cache-control")).hasValue("max-age=86400, public");
        assertThat(picture.body()).startsWith("<svg").doesNotContain("<script");
    }

    private HttpResponse<String> management(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }
}
