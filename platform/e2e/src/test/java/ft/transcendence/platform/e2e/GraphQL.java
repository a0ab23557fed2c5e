package ft.transcendence.platform.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends operations as a frontend or a game server does. */
final class GraphQL {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;
    private final Map<String, String> headers;

    GraphQL(String baseUrl) {
        this(baseUrl, Map.of());
    }

    /** @param headers additional headers of every request */
    GraphQL(String baseUrl, Map<String, String> headers) {
        this.endpoint = URI.create(baseUrl + "/graphql");
        this.headers = headers;
    }

    /**
     * A response.
     *
     * @param status the HTTP status
     * @param body the JSON body; missing if there is none
     */
    record Response(int status, JsonNode body) {

        /** The value at a JSON pointer below {@code data}; the response must not have errors. */
        JsonNode data(String pointer) {
            if (body.hasNonNull("errors")) {
                throw new AssertionError("errors in the response: " + body);
            }
            return body.path("data").at(pointer);
        }

        /** The code of the first error; empty if there is none. */
        String errorCode() {
            return body.at("/errors/0/extensions/code").asString("");
        }
    }

    Response execute(@Nullable String token, String query) {
        return execute(token, query, Map.of());
    }

    Response execute(@Nullable String token, String query, Map<String, Object> variables) {
        return post(token, Map.of("query", query, "variables", variables));
    }

    /** Sends one of the operations of a document. */
    Response execute(@Nullable String token, String document, String operation, Map<String, Object> variables) {
        return post(token, Map.of("query", document, "operationName", operation, "variables", variables));
    }

    private Response post(@Nullable String token, Map<String, Object> parameters) {
        String body = JsonMapper.shared().writeValueAsString(parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = send(request.build());
        String text = response.body();
        return new Response(
                response.statusCode(),
                text.startsWith("{")
                        ? JsonMapper.shared().readTree(text)
                        : JsonMapper.shared().missingNode());
    }

    /** The response body of a GET with this query string. */
    String get(String queryString) {
        return send(HttpRequest.newBuilder(URI.create(endpoint + queryString))
                        .timeout(Duration.ofSeconds(60))
                        .build())
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("no response from " + endpoint, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
