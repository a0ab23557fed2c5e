package ft.transcendence.matches.observation;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that a request gets through the gateway to this service and back. The query reads nothing, and takes the same way
 * as the reports of a game server.
 */
@Component
class GatewayProbe {

    private static final String QUERY = "{\"query\": \"{ matchesByIds(ids: []) { id } }\"}";
    private static final int OK = 200;

    private final @Nullable HttpRequest request;
    private final Duration patience;
    private final HttpClient client;
    private final JsonMapper json;

    GatewayProbe(ObservationProperties properties, JsonMapper json) {
        this.json = json;
        this.patience = properties.patience();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        this.request = properties.gateway() == null
                ? null
                : HttpRequest.newBuilder(properties.gateway())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                        .build();
    }

    /** Returns normally if a request gets through, or if the gateway's address is unknown. */
    void requireResponse() throws IOException, InterruptedException {
        if (request == null) {
            return;
        }
        HttpResponse<String> response = send(request);
        if (response.statusCode() != OK || !hasMatches(response.body())) {
            throw new IOException("The gateway responded with status " + response.statusCode() + " and no matches");
        }
    }

    /** Limits the time for the whole response, not only for its head. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (TimeoutException late) {
            response.cancel(true);
            throw new IOException("The gateway did not respond within " + patience, late);
        }
    }

    private boolean hasMatches(String body) {
        try {
            return json.readTree(body).at("/data/matchesByIds").isArray();
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}
