package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every application relies on in the realm's access tokens. */
class RealmTokenTests {

    private final TestKeycloak keycloak = TestServers.keycloak();

    @Test
    void playersTokenContainsSubjectNameRoleAudienceAndLoginMethod() {
        JsonNode claims = claims(keycloak.playerToken("ada"));

        assertThat(claims.path("iss").asString()).isEqualTo(keycloak.issuer());
        assertThat(claims.path("sub").asString()).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(claims.path("preferred_username").asString()).isEqualTo("ada");
        assertThat(claims.path("azp").asString()).isEqualTo("cli");
        assertThat(texts(claims.path("aud"))).contains("transcendence");
        assertThat(texts(claims.at("/realm_access/roles"))).contains("player").doesNotContain("game-server");
        assertThat(texts(claims.path("amr"))).containsExactly("pwd");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void passwordGrantIssuesNoRefreshToken() {
        JsonNode response = keycloak.tokens(Map.of(
                        "grant_type", "password",
                        "client_id", "cli",
                        "username", "ada",
                        "password", TestKeycloak.PLAYER_PASSWORD,
                        "scope", "openid offline_access"))
                .response();

        assertThat(response.path("access_token").asString()).isNotEmpty();
        assertThat(response.path("refresh_token").isMissingNode()).isTrue();
    }

    @Test
    void gameServersTokenHasItsRoleAndNoPlayerRole() {
        JsonNode claims = claims(keycloak.serviceToken("game-server"));

        assertThat(claims.path("azp").asString()).isEqualTo("game-server");
        assertThat(texts(claims.path("aud"))).contains("transcendence");
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("game-server");
    }

    @Test
    void adminServiceAccountCannotUseTheApi() {
        JsonNode claims = claims(keycloak.serviceToken("users-subgraph"));

        assertThat(texts(claims.path("aud"))).doesNotContain("transcendence");
        assertThat(texts(claims.at("/resource_access/realm-management/roles")))
                .containsExactlyInAnyOrder("manage-users", "view-users", "query-users", "query-groups");
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString(""));
    }
}
