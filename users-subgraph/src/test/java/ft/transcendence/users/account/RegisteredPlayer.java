package ft.transcendence.users.account;

import com.nimbusds.jwt.JWTClaimsSet;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.users.Players;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A player registered at the real Keycloak for one test. */
public final class RegisteredPlayer {

    static final String PASSWORD = "Correct-horse-1";

    private static final AtomicInteger count = new AtomicInteger();
    private static final TestKeycloak keycloak = TestServers.keycloak();
    private static final RestClient http = RestClient.create(keycloak.url());

    private final UUID id;
    private final String username;
    private final TestGraphQL anonymous;

    private RegisteredPlayer(UUID id, String username, TestGraphQL anonymous) {
        this.id = id;
        this.username = username;
        this.anonymous = anonymous;
    }

    public static RegisteredPlayer withPassword(Players players) {
        return register(players, List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    }

    static RegisteredPlayer withoutPassword(Players players) {
        return register(players, List.of());
    }

    private static RegisteredPlayer register(Players players, List<Map<String, Object>> credentials) {
        String username = "registered" + count.incrementAndGet();
        String location = Objects.requireNonNull(http.post()
                .uri("/admin/realms/transcendence/users")
                .headers(headers -> headers.setBearerAuth(keycloak.serviceToken("users-subgraph")))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "email",
                        username + "@example.org",
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        "credentials",
                        credentials))
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getFirst("Location"));
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return new RegisteredPlayer(id, username, players.anonymous());
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** A client with the token of a recent login with a password. */
    public TestGraphQL graphql() {
        return graphql(claims -> {});
    }

    /** A client with a token with changed claims. */
    public TestGraphQL graphql(Consumer<JWTClaimsSet.Builder> claims) {
        return anonymous.as(TestIdentity.instance().token(id, username, claims));
    }

    /** The user as stored in Keycloak. */
    JsonNode atKeycloak() {
        return http.get()
                .uri("/admin/realms/transcendence/users/{id}", id)
                .headers(headers -> headers.setBearerAuth(keycloak.serviceToken("users-subgraph")))
                .retrieve()
                .requiredBody(JsonNode.class);
    }

    void endSessions() {
        http.post()
                .uri("/admin/realms/transcendence/users/{id}/logout", id)
                .headers(headers -> headers.setBearerAuth(keycloak.serviceToken("users-subgraph")))
                .retrieve()
                .toBodilessEntity();
    }

    boolean existsAtKeycloak() {
        try {
            return atKeycloak().has("id");
        } catch (HttpClientErrorException.NotFound e) {
            return false;
        }
    }
}
