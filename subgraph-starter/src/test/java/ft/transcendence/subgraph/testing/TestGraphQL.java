package ft.transcendence.subgraph.testing;

import ft.transcendence.subgraph.security.GatewayCredentialFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client that sends requests to a subgraph like the gateway does. */
public final class TestGraphQL {

    private static final HttpClient http = HttpClient.newHttpClient();

    /** Fails requests that hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI endpoint;
    private final @Nullable String token;

    private TestGraphQL(URI endpoint, @Nullable String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** A client without a token for the application on this port. */
    public static TestGraphQL on(int port) {
        return new TestGraphQL(URI.create("http://localhost:" + port + "/graphql"), null);
    }

    public TestGraphQL as(String accessToken) {
        return new TestGraphQL(endpoint, accessToken);
    }

    /** The whole response, with {@code data} and {@code errors}. */
    public JsonNode execute(String document) {
        return execute(document, Map.of());
    }

    public JsonNode execute(String document, Map<String, ?> variables) {
        HttpResponse<String> response = post(document, variables, TestEnvironment.GATEWAY_CREDENTIAL);
        if (response.statusCode() != 200) {
            throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
        }
        return TestJson.read(response.body());
    }

    /** The {@code data} of the response, which must not have errors. */
    public JsonNode data(String document) {
        return data(document, Map.of());
    }

    public JsonNode data(String document, Map<String, ?> variables) {
        JsonNode response = execute(document, variables);
        if (response.has("errors")) {
            throw new AssertionError(response.toString());
        }
        return response.get("data");
    }

    /** The {@code extensions.code} of the first error; empty if there is none. */
    public String errorCode(String document) {
        return errorCode(document, Map.of());
    }

    public String errorCode(String document, Map<String, ?> variables) {
        return execute(document, variables)
                .path("errors")
                .path(0)
                .path("extensions")
                .path("code")
                .asString("");
    }

    /** The HTTP status of a request with this gateway credential, or without one if null. */
    public int status(String document, @Nullable String gatewayCredential) {
        return post(document, Map.of(), gatewayCredential).statusCode();
    }

    /** Opens a subscription. */
    public TestEventStream subscribe(String document) {
        return subscribe(document, Map.of());
    }

    public TestEventStream subscribe(String document, Map<String, ?> variables) {
        return TestEventStream.open(endpoint, token, body(document, variables));
    }

    private static String body(String document, Map<String, ?> variables) {
        return TestJson.write(Map.of("query", document, "variables", variables));
    }

    private HttpResponse<String> post(String document, Map<String, ?> variables, @Nullable String gatewayCredential) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body(document, variables)));
        if (gatewayCredential != null) {
            request.header(GatewayCredentialFilter.HEADER, gatewayCredential);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
