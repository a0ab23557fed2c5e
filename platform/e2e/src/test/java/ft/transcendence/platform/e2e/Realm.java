package ft.transcendence.platform.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the platform's Keycloak. */
final class Realm {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Platform platform;

    Realm(Platform platform) {
        this.platform = platform;
    }

    String issuer() {
        return platform.keycloakUrl() + "/realms/transcendence";
    }

    /** A token of a service account of our realm. */
    String serviceToken(String client, String secret) {
        return token(
                "transcendence",
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** A token of Keycloak's administrator, from the realm {@code master}. */
    String administratorToken() {
        return token(
                "master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", platform.secret("KEYCLOAK_ADMIN")));
    }

    /**
     * Makes the realm publish a key of the test. The realm continues to sign with its own keys.
     *
     * @return the id of the published key
     */
    String publish(PrivateKey key) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----";
        HttpResponse<String> created = send(administration("components")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "name", "the test's",
                                "providerId", "rsa",
                                "providerType", "org.keycloak.keys.KeyProvider",
                                "config",
                                        Map.of(
                                                "priority", List.of("-100"),
                                                "enabled", List.of("true"),
                                                "active", List.of("false"),
                                                "algorithm", List.of("RS256"),
                                                "privateKey", List.of(pem))))))
                .build());
        if (created.statusCode() != 201) {
            throw new AssertionError("the key was refused: " + created.body());
        }
        String location = created.headers().firstValue("Location").orElseThrow();
        String component = location.substring(location.lastIndexOf('/') + 1);
        JsonNode keys = JsonMapper.shared()
                .readTree(send(administration("keys").GET().build()).body());
        return keys.path("keys")
                .valueStream()
                .filter(published -> published.path("providerId").asString().equals(component))
                .map(published -> published.path("kid").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Creates an account that has never logged in. */
    void register(String username, String password) {
        Map<String, Object> account = Map.of(
                "username",
                username,
                "email",
                username + "@example.org",
                "firstName",
                "Some",
                "lastName",
                "Body",
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
        HttpResponse<String> created = send(administration("users")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(account)))
                .build());
        if (created.statusCode() != 201) {
            throw new AssertionError("the account was refused: " + created.body());
        }
    }

    /** The ids of a player's sessions. */
    List<String> sessionsOf(String player) {
        return JsonMapper.shared()
                .readTree(send(administration("users/" + player + "/sessions")
                                .GET()
                                .build())
                        .body())
                .valueStream()
                .map(session -> session.path("id").asString())
                .toList();
    }

    void endSession(String session) {
        expectSuccess(send(administration("sessions/" + session).DELETE().build()));
    }

    void endSessionsOf(String player) {
        expectSuccess(send(administration("users/" + player + "/logout")
                .POST(BodyPublishers.noBody())
                .build()));
    }

    private static void expectSuccess(HttpResponse<String> response) {
        if (response.statusCode() != 204) {
            throw new AssertionError(response.request().uri() + ": " + response.statusCode() + " " + response.body());
        }
    }

    private HttpRequest.Builder administration(String resource) {
        return HttpRequest.newBuilder(URI.create(platform.keycloakUrl() + "/admin/realms/transcendence/" + resource))
                .header("Authorization", "Bearer " + administratorToken());
    }

    private String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                        URI.create(platform.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() != 200) {
            throw new AssertionError("no token: " + response.body());
        }
        return JsonMapper.shared()
                .readTree(response.body())
                .path("access_token")
                .asString();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("no response from " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
