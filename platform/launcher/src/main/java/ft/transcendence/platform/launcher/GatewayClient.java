package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends operations to the platform's endpoint, as any client does. */
final class GatewayClient {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ATTEMPTS = 20;

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    GatewayClient(Ports ports) {
        this.endpoint = URI.create("http://127.0.0.1:" + ports.gateway() + "/graphql");
    }

    /**
     * Returns the {@code data} of a response without errors.
     *
     * @throws PlatformException when the response has errors
     */
    JsonNode execute(String token, String operation, Map<String, Object> variables) {
        return post(token, Map.of("query", operation, "variables", variables));
    }

    /**
     * Returns the {@code data} of the response to one operation of a document, which must not have errors.
     *
     * @throws PlatformException when the response has errors
     */
    JsonNode execute(String token, String operationName, String document, Map<String, Object> variables) {
        return post(token, Map.of("query", document, "operationName", operationName, "variables", variables));
    }

    private JsonNode post(String token, Map<String, Object> content) {
        String body = JsonMapper.shared().writeValueAsString(content);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
        JsonNode response = JsonMapper.shared().readTree(send(request).body());
        if (response.hasNonNull("errors")) {
            throw new PlatformException("The gateway returned errors: " + response.path("errors"));
        }
        return response.path("data");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            for (int attempt = 1; response.statusCode() == TOO_MANY_REQUESTS && attempt < ATTEMPTS; attempt++) {
                Thread.sleep(500);
                response = http.send(request, BodyHandlers.ofString());
            }
            return response;
        } catch (IOException failure) {
            throw new PlatformException("No response from " + endpoint + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted while waiting for " + endpoint, interrupted);
        }
    }
}
