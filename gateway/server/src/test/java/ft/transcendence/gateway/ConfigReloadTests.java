package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A running gateway whose configuration file changes. Each test starts and ends with a file that says nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ConfigReloadTests {
    private static final String NAME = "{player(id:1){name}}";

    private final FakeSubgraph first = new FakeSubgraph();
    private final FakeSubgraph second = new FakeSubgraph();

    private Path folder;
    private Path file;
    private ConfigurableApplicationContext gateway;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        file = Files.writeString(folder.resolve("router.yaml"), "# nothing yet");
        gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_PLAYERS_URL", first.url(), "GATEWAY_LIMITS_MAXALIASES", "7"),
                "gateway.config.file=" + file,
                "gateway.config.poll-interval=20ms");
        first.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"first\"}}}");
        second.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"second\"}}}");
    }

    @AfterAll
    void stop() {
        gateway.close();
        first.close();
        second.close();
    }

    /** As deployments do: the new file replaces the old one atomically. */
    private void change(String yaml) throws IOException {
        Path next = Files.writeString(folder.resolve("next.yaml"), yaml);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the changed file has the effect, and until its end has ended it. */
    private void hasEffectOnlyWhileThere(String yaml, Callable<Boolean> effect) throws Exception {
        assertThat(effect.call()).as("before the change").isFalse();
        change(yaml);
        await().until(effect);
        change("# nothing again");
        await().until(() -> !effect.call());
    }

    private HttpResponse<String> ask(String query, String... headers) throws Exception {
        String port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        // a connection of its own
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void limitsOfOperations() throws Exception {
        hasEffectOnlyWhileThere(
                "gateway: {limits: {max-depth: 1}}", () -> ask(NAME).body().contains("OPERATION_LIMIT_EXCEEDED"));
    }

    @Test
    void limitsOfBodies() throws Exception {
        hasEffectOnlyWhileThere(
                "gateway: {http: {max-body-size: 20B}}", () -> ask(NAME).statusCode() == 413);
    }

    @Test
    void rateLimits() throws Exception {
        hasEffectOnlyWhileThere(
                "gateway: {rate-limit: {enabled: true, burst: 1, per-second: 1}}",
                () -> Stream.of(ask(NAME), ask(NAME)).anyMatch(response -> response.statusCode() == 429));
    }

    @Test
    void addressesOfSubgraphs() throws Exception {
        hasEffectOnlyWhileThere(
                "gateway: {subgraphs: {named: {players: {url: '" + second.url() + "'}}}}",
                () -> ask(NAME).body().contains("second"));
    }

    @Test
    void rulesAboutHeaders() throws Exception {
        hasEffectOnlyWhileThere(
                "gateway: {subgraphs: {headers: {request: [{insert: x-region, value: paris}]}}}", () -> {
                    ask(NAME);
                    return "paris".equals(first.calls().getLast().headers().get("x-region"));
                });
    }

    @Test
    void originsOfPages() throws Exception {
        hasEffectOnlyWhileThere("gateway: {http: {allowed-origins: ['https://pong.example']}}", () -> ask(
                        NAME, "origin", "https://pong.example")
                .headers()
                .firstValue("access-control-allow-origin")
                .isPresent());
    }

    @Test
    void codesOfErrors() throws Exception {
        first.respondWith(call -> "{\"errors\":[{\"message\":\"on strike\",\"extensions\":{\"code\":\"ON_STRIKE\"}}]}");
        hasEffectOnlyWhileThere(
                "gateway: {subgraph-errors: {codes: [ON_STRIKE]}}",
                () -> ask(NAME).body().contains("on strike"));
        first.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"first\"}}}");
    }

    @Test
    void levelsOfLoggers() throws Exception {
        hasEffectOnlyWhileThere("logging: {level: {some.logger: trace}}", () -> LoggerFactory.getLogger("some.logger")
                .isTraceEnabled());
    }

    @Test
    void namesWhatNeedsARestart(CapturedOutput output) throws Exception {
        change("gateway: {http: {path: /other}, limits: {max-depth: 29}}");
        await().until(() -> output.getOut().contains("Changed settings that need a restart: gateway.http.path"));
        assertThat(output.getOut()).contains("in effect: gateway.limits.max-depth");
        assertThat(ask(NAME).body()).as("at its old address").contains("first");
        change("# nothing again");
    }

    @Test
    void aWrongFileChangesNothing(CapturedOutput output) throws Exception {
        change("""
                gateway:
                  limits:
                    max-depth: 1
                    max-tokens: 0
                  rate-limt:
                    burst: 1
                  subgraphs:
                    named:
                      playres:
                        url: http://localhost:1
                      players:
                        url: localhost
                logging:
                  level:
                    some.logger: trace
                """);
        await().until(() -> output.getOut().contains("Kept the current settings"));
        assertThat(output.getOut())
                .contains(
                        "gateway.limits.max-tokens = 0 (from " + file + ", line 4): must be a whole number, at least 1",
                        "gateway.rate-limt.burst (from " + file + ", line 6): did you mean gateway.rate-limit.burst?",
                        "did you mean gateway.subgraphs.named.players?",
                        "gateway.subgraphs.named.players.url = localhost");
        assertThat(ask(NAME).body()).contains("first");
        assertThat(LoggerFactory.getLogger("some.logger").isTraceEnabled()).isFalse();

        change("gateway: [");
        await().until(() -> output.getOut().contains("it cannot be read"));
        change("# nothing again");
    }

    @Test
    void aMissingCertificateChangesNothing(CapturedOutput output) throws Exception {
        change(
                "gateway: {limits: {max-depth: 1}, subgraphs: {named: {players: {tls: {trusted-certificates: /no/such.pem}}}}}");
        await().until(() -> output.getOut().contains("Kept the current settings"));
        assertThat(output.getOut()).contains("/no/such.pem");
        assertThat(ask(NAME).body()).contains("first");
        change("# nothing again");
    }

    @Test
    void whatAVariableSaysStays(CapturedOutput output) throws Exception {
        change("gateway: {limits: {max-aliases: 0, max-depth: 28}}");
        await().until(() -> output.getOut().contains("in effect: gateway.limits.max-depth"));
        assertThat(output.getOut()).doesNotContain("max-aliases");
        assertThat(ask("{player(id:1){a:name}}").body()).contains("\"a\"");
        change("# nothing again");
    }
}
