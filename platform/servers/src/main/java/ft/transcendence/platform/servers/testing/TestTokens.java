package ft.transcendence.platform.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The response of the token endpoint: tokens or an error.
 *
 * @param status the HTTP status
 * @param response the JSON body
 */
public record TestTokens(int status, JsonNode response) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public boolean granted() {
        return status == 200;
    }

    public String access() {
        return response.path("access_token").asString("");
    }

    public String refresh() {
        return response.path("refresh_token").asString("");
    }

    /** The claims of the access token; fails when there is none. */
    public JsonNode claims() {
        if (!granted()) {
            throw new AssertionError("no tokens: " + response);
        }
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(access().split("\\.", -1)[1]));
    }

    /** Redeems the refresh token, as the client {@code gateway}. */
    public TestTokens refreshed(TestKeycloak keycloak) {
        return asGateway(keycloak, Map.of("grant_type", "refresh_token", "refresh_token", refresh()));
    }

    /** Requests tokens as the client {@code gateway}. */
    static TestTokens asGateway(TestKeycloak keycloak, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", "gateway");
        form.put("client_secret", keycloak.clientSecret("gateway"));
        return request(keycloak, form);
    }

    static TestTokens request(TestKeycloak keycloak, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new TestTokens(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException("No response from " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
