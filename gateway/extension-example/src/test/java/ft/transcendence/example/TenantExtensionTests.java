package ft.transcendence.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway with the example on its class path, where {@code EXTENSIONS=…} puts it. */
class TenantExtensionTests {
    private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");
    private static final List<String> TENANTS = new CopyOnWriteArrayList<>();

    private static HttpServer old;
    private static HttpServer next;
    private static Process gateway;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        old = subgraph("{\"data\":{\"greeting\":\"old\",\"marks\":\"A\"}}");
        next = subgraph("{\"data\":{\"greeting\":\"new\"}}");
        Path application = folder.resolve("application");
        unpack(application);
        ProcessBuilder command = java(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                application.resolve("gateway.jar") + File.pathSeparator + Path.of("target/classes"),
                "ft.transcendence.gateway.GatewayApplication",
                "--spring.profiles.active=standalone");
        command.environment().put("PORT", "0");
        command.environment().put("SUPERGRAPH", "src/test/resources/supergraph.graphql");
        command.environment().put("SUBGRAPH_OLD_URL", addressOf(old));
        command.environment().put("SUBGRAPH_NEW_URL", addressOf(next));
        gateway = command.start();
        port = awaitPort();
    }

    private static void unpack(Path application) throws Exception {
        Process unpacking = java(
                        "-Djarmode=tools",
                        "-jar",
                        "../server/target/gateway.jar",
                        "extract",
                        "--destination",
                        application.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(unpacking.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(unpacking.exitValue()).isZero();
    }

    private static ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static HttpServer subgraph(String response) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> respond(exchange, response));
        server.start();
        return server;
    }

    private static void respond(HttpExchange exchange, String response) throws IOException {
        TENANTS.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Tenant")));
        exchange.getRequestBody().readAllBytes();
        byte[] body = response.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String addressOf(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static int awaitPort() throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IllegalStateException("The gateway did not start:\n" + output);
    }

    @AfterAll
    static void stop() {
        gateway.destroy();
        old.stop(0);
        next.stop(0);
    }

    @Test
    void refusesARequestWithoutATenant() throws Exception {
        assertThat(query("{ greeting }", "nobody").body()).contains("TENANT_REQUIRED");
    }

    @Test
    void tellsSubgraphsAndTheClientTheTenant() throws Exception {
        TENANTS.clear();
        HttpResponse<String> response = query("{ greeting }", "public");
        assertThat(response.body()).isEqualTo("{\"data\":{\"greeting\":\"old\"}}");
        assertThat(response.headers().firstValue("x-tenant")).hasValue("public");
        assertThat(TENANTS).containsExactly("public");
    }

    @Test
    void meetsThePolicyOfOneTenant() throws Exception {
        assertThat(query("{ marks }", "school").body()).isEqualTo("{\"data\":{\"marks\":\"A\"}}");
        assertThat(query("{ marks }", "public").body())
                .contains("\"marks\":null", "Not authorized to read Query.marks");
    }

    @Test
    void movesAFieldForOneTenant() throws Exception {
        assertThat(query("{ greeting }", "beta").body()).isEqualTo("{\"data\":{\"greeting\":\"new\"}}");
        assertThat(query("{ greeting }", "school").body()).isEqualTo("{\"data\":{\"greeting\":\"old\"}}");
    }

    private static HttpResponse<String> query(String document, String tenant) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .header("x-tenant", tenant)
                .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
