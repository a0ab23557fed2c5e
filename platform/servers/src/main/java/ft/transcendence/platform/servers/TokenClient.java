package ft.transcendence.platform.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests access tokens from a realm without a browser, for players and service accounts. */
public final class TokenClient {

    private static final String PLAYERS_CLIENT = "cli";

    private final URI tokenEndpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A client of one realm.
     *
     * @param issuer the realm's issuer, such as {@code http://localhost:8081/realms/transcendence}
     */
    public TokenClient(URI issuer) {
        this.tokenEndpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** The realm refused to issue a token; the message is the realm's. */
    public static final class TokenRefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TokenRefusedException(String message) {
            super(message);
        }
    }

    /**
     * Returns an access token of a player.
     *
     * @throws TokenRefusedException when the password is wrong, a code is missing or the account is locked
     */
    public String ofPlayer(String username, String password) {
        return ofPlayer(username, password, Optional.empty());
    }

    /**
     * Returns an access token of a player.
     *
     * @param code the current code of the player's authenticator app, if two-factor authentication is on
     * @throws TokenRefusedException when the password or code is wrong, the code is missing or the account is locked
     */
    public String ofPlayer(String username, String password, Optional<String> code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", PLAYERS_CLIENT);
        form.put("username", username);
        form.put("password", password);
        form.put("scope", "openid");
        code.ifPresent(value -> form.put("totp", value));
        return request(form);
    }

    /**
     * Returns an access token of a service account.
     *
     * @throws TokenRefusedException when the secret is wrong
     */
    public String ofService(String clientId, String clientSecret) {
        return request(
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret));
    }

    private String request(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            JsonNode json = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new TokenRefusedException(json.path("error_description")
                        .asString(json.path("error").asString("refused")));
            }
            return json.path("access_token").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException("No response from " + tokenEndpoint, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", interrupted);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
