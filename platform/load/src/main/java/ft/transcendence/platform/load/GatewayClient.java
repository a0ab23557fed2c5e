package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to the platform's endpoint. */
final class GatewayClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    GatewayClient(String url) {
        this.endpoint = URI.create(url + "/graphql");
    }

    /** Sends a request and checks the response. Returns when the last byte has arrived. */
    void send(Request request) throws InterruptedException {
        HttpRequest httpRequest = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + request.token())
                .POST(BodyPublishers.ofString(request.body()))
                .build();
        try {
            HttpResponse<String> response = http.send(httpRequest, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new UnexpectedResponseException("HTTP " + response.statusCode() + " " + response.body());
            }
            request.check().accept(response.body());
        } catch (IOException failure) {
            throw new UnexpectedResponseException("No response: " + failure);
        }
    }
}
