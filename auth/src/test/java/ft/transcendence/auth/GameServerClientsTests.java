package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.servers.GameServerClients;
import ft.transcendence.platform.servers.GameServerClients.Created;
import ft.transcendence.platform.servers.GameServerClients.RefusedException;
import ft.transcendence.platform.servers.KeycloakServer.Credentials;
import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.TokenClient.TokenRefusedException;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts of game servers, as {@code ./transcend game-server} creates them. */
class GameServerClientsTests {

    private final TestKeycloak keycloak = TestServers.keycloak();
    private final TokenClient tokens = new TokenClient(URI.create(keycloak.issuer()));
    private final GameServerClients clients = clients(TestKeycloak.ADMIN);

    @Test
    void getTokensWithTheRoleOfGameServersAndNoOther() {
        Created created = clients.add("alone").orElseThrow();

        JsonNode claims = claims(tokens.ofService(created.id(), created.secret()));

        assertThat(claims.path("azp").asString()).isEqualTo("game-server-alone");
        assertThat(claims.path("aud").asString()).isEqualTo("transcendence");
        assertThat(claims.at("/realm_access/roles").toString()).isEqualTo("[\"game-server\"]");
        assertThat(claims.path("resource_access").isMissingNode()).isTrue();
    }

    @Test
    void haveSecretsOfTheirOwn() {
        Created one = clients.add("one").orElseThrow();
        Created two = clients.add("two").orElseThrow();

        assertThat(one.secret()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(two.secret());
        assertThat(one.toString()).doesNotContain(one.secret());
        assertThatThrownBy(() -> tokens.ofService(one.id(), two.secret())).isInstanceOf(TokenRefusedException.class);
        assertThat(clients.names()).contains("one", "two").doesNotContain("game-server");
    }

    @Test
    void areCreatedOnce() {
        clients.add("twice");

        assertThat(clients.add("twice")).isEmpty();
    }

    @Test
    void getNoTokensOnceTheyAreRemoved() {
        Created created = clients.add("brief").orElseThrow();

        assertThat(clients.remove("brief")).isTrue();

        assertThatThrownBy(() -> tokens.ofService(created.id(), created.secret()))
                .isInstanceOf(TokenRefusedException.class);
        assertThat(clients.names()).doesNotContain("brief");
        assertThat(clients.remove("brief")).isFalse();
    }

    @Test
    void areManagedByAdministratorsOnly() {
        GameServerClients strangers = clients(new Credentials("admin", "guessed"));

        assertThatThrownBy(() -> strangers.add("stolen")).isInstanceOf(RefusedException.class);
    }

    private GameServerClients clients(Credentials admin) {
        return new GameServerClients(URI.create(keycloak.url()), "transcendence", admin);
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
