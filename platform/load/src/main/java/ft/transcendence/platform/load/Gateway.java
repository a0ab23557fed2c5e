package ft.transcendence.platform.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The platform's one endpoint. */
final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Gateway(String url) {
        this.endpoint = URI.create(url + "/graphql");
    }

    /** Sends a request and checks its answer. Returns at the answer's last byte. */
    void send(Ask ask) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + ask.token())
                .POST(BodyPublishers.ofString(ask.body()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new WrongAnswerException("HTTP " + response.statusCode() + " " + response.body());
            }
            ask.check().accept(response.body());
        } catch (IOException failure) {
            throw new WrongAnswerException("No answer: " + failure);
        }
    }
}
