package ft.transcendence.schemacheck.config;

import ft.transcendence.schemacheck.finding.CheckException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches schemas over HTTP, each with a time limit. */
final class HttpSchemaFetcher implements SchemaFetcher {
    private static final String INTROSPECTION = "{\"query\":\"query SubgraphSdl { _service { sdl } }\"}";
    private static final int OK = 200;

    private final Duration timeLimit;
    private @Nullable HttpClient client;

    HttpSchemaFetcher(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    @Override
    public CompletableFuture<String> fetch(SchemaSource.Remote source) {
        return switch (source) {
            case SchemaSource.SchemaUrl address -> file(address.url());
            case SchemaSource.RunningSubgraph running -> introspect(running.url(), running.headers());
        };
    }

    private CompletableFuture<String> file(URI url) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Accept", "text/plain, application/graphql, */*;q=0.5")
                .build();
        return send(request).thenApply(response -> {
            requireOk(response);
            return response.body();
        });
    }

    /** Asks for {@code _service { sdl }}. */
    private CompletableFuture<String> introspect(URI url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(INTROSPECTION));
        headers.forEach(request::setHeader);
        return send(request.build()).thenApply(HttpSchemaFetcher::sdl);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return client().sendAsync(request, BodyHandlers.ofString())
                .orTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(new CheckException(request.uri() + ": " + reason(failure))));
    }

    /** Created for the first schema that is fetched: most schemas are files. */
    private HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(timeLimit)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
        }
        return client;
    }

    private String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case TimeoutException timeout -> "no answer within " + timeLimit.toMillis() + " ms";
            case HttpConnectTimeoutException timeout -> "no connection within " + timeLimit.toMillis() + " ms";
            case ConnectException refused
            when refused.getCause() instanceof UnresolvedAddressException -> "the host name cannot be resolved";
            case ConnectException refused -> "the connection was refused: is it running?";
            default -> "it cannot be reached: " + cause;
        };
    }

    private static void requireOk(HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw new CheckException(response.uri() + ": answered with status " + response.statusCode());
        }
    }

    private static String sdl(HttpResponse<String> response) {
        Optional<JsonNode> answer = json(response.body());
        String errors = answer.map(json -> json.path("errors"))
                .filter(list -> !list.isEmpty())
                .map(list -> list.path(0).path("message").asString(list.toString()))
                .orElse("");
        if (!errors.isEmpty()) {
            throw new CheckException(response.uri() + ": the subgraph does not show its schema: " + errors);
        }
        requireOk(response);
        return answer.map(json -> json.path("data").path("_service").path("sdl"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElseThrow(() -> new CheckException(response.uri()
                        + ": the answer to { _service { sdl } } has no schema; is it a federated subgraph?"));
    }

    private static Optional<JsonNode> json(String body) {
        try {
            return Optional.of(JsonMapper.shared().readTree(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
