package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.KeycloakServer.Credentials;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clients of game servers in a realm: one service account each, with the role {@code game-server} and nothing else. They are
 * managed over Keycloak's administration interface.
 */
public final class GameServerClients {

    /** Applications accept the tokens of clients whose id starts with this. */
    public static final String PREFIX = "game-server-";

    private static final String ROLE = "game-server";
    private static final String AUDIENCE = "transcendence";
    private static final int MAXIMUM = 1000;

    private final URI keycloak;
    private final String realm;
    private final Credentials admin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * The clients of one realm.
     *
     * @param keycloak the server's address, such as {@code http://localhost:8081}
     * @param realm the realm's name
     * @param admin an administrator of the realm {@code master}
     */
    public GameServerClients(URI keycloak, String realm, Credentials admin) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.admin = admin;
    }

    /**
     * A new client.
     *
     * @param id its id
     * @param secret its secret
     */
    public record Created(String id, String secret) {

        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    /** Keycloak refused a request; the message is Keycloak's. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Creates the client of a game server; empty if there is one of that name. */
    public Optional<Created> add(String name) {
        String token = token();
        HttpResponse<String> created =
                send(request("/clients", token).POST(BodyPublishers.ofString(json(description(name)))));
        if (created.statusCode() == 409) {
            return Optional.empty();
        }
        requireSuccess(created);
        String location = created.headers().firstValue("Location").orElseThrow();
        String client = "/clients/" + location.substring(location.lastIndexOf('/') + 1);
        try {
            assignRole(client, token);
            return Optional.of(new Created(
                    PREFIX + name,
                    get(client + "/client-secret", token).path("value").asString()));
        } catch (RuntimeException failure) {
            // half a client is worse than none
            send(request(client, token).DELETE());
            throw failure;
        }
    }

    /** The names of all game servers, sorted. */
    public List<String> names() {
        return get("/clients?search=true&max=" + MAXIMUM + "&clientId=" + PREFIX, token())
                .valueStream()
                .map(client -> client.path("clientId").asString())
                .filter(id -> id.startsWith(PREFIX))
                .map(id -> id.substring(PREFIX.length()))
                .sorted()
                .toList();
    }

    /** Deletes the client of a game server, which gets no more tokens; returns false if there is none of that name. */
    public boolean remove(String name) {
        String token = token();
        JsonNode found = get("/clients?clientId=" + encoded(PREFIX + name), token);
        if (found.isEmpty()) {
            return false;
        }
        requireSuccess(send(request("/clients/" + found.path(0).path("id").asString(), token)
                .DELETE()));
        return true;
    }

    private static Map<String, Object> description(String name) {
        return Map.ofEntries(
                Map.entry("clientId", PREFIX + name),
                Map.entry("name", "Game server " + name),
                Map.entry("protocol", "openid-connect"),
                Map.entry("publicClient", false),
                Map.entry("clientAuthenticatorType", "client-secret"),
                Map.entry("standardFlowEnabled", false),
                Map.entry("implicitFlowEnabled", false),
                Map.entry("directAccessGrantsEnabled", false),
                Map.entry("serviceAccountsEnabled", true),
                Map.entry("fullScopeAllowed", false),
                Map.entry(
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of(
                                        "included.custom.audience",
                                        AUDIENCE,
                                        "access.token.claim",
                                        "true",
                                        "id.token.claim",
                                        "false",
                                        "introspection.token.claim",
                                        "true")))));
    }

    /** Lets the client's tokens carry the role, and gives the role to its service account. */
    private void assignRole(String client, String token) {
        String roles = json(List.of(get("/roles/" + ROLE, token)));
        String account = get(client + "/service-account-user", token).path("id").asString();
        for (String target : List.of(client + "/scope-mappings/realm", "/users/" + account + "/role-mappings/realm")) {
            requireSuccess(send(request(target, token).POST(BodyPublishers.ofString(roles))));
        }
    }

    private JsonNode get(String path, String token) {
        return JsonMapper.shared()
                .readTree(requireSuccess(send(request(path, token).GET())).body());
    }

    private String token() {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        admin.username(),
                        "password",
                        admin.password())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return JsonMapper.shared()
                .readTree(requireSuccess(response).body())
                .path("access_token")
                .asString();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException("No response from " + keycloak, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak", interrupted);
        }
    }

    private static HttpResponse<String> requireSuccess(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new RefusedException("status %d from %s: %s"
                    .formatted(response.statusCode(), response.request().uri().getPath(), response.body()));
        }
        return response;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
