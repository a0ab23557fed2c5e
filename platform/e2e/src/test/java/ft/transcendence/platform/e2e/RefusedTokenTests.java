package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that look right and are not. */
@PlatformTest
class RefusedTokenTests {

    private static final String WHO_AM_I = "{ viewer { id } }";

    private final Platform platform;
    private final GraphQL gateway;
    private final Realm realm;

    RefusedTokenTests(Platform platform) {
        this.platform = platform;
        this.gateway = new GraphQL(platform.url());
        this.realm = new Realm(platform);
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        assertRefused(realm.serviceToken("users-subgraph", platform.secret("USERS_CLIENT")));
    }

    @Test
    void tokenOfAnotherRealmIsRefused() {
        assertRefused(realm.administratorToken());
    }

    @Test
    void tokenWithoutSignatureIsRefused() {
        String[] parts = platform.playerToken("ada").split("\\.", -1);

        assertRefused(encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
    }

    @Test
    void tokenWhoseOwnerWasChangedIsRefused() {
        String[] parts = platform.playerToken("ada").split("\\.", -1);
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        ((ObjectNode) claims).put("sub", "00000000-0000-4000-8000-000000000007");

        assertRefused(parts[0] + "." + encoded(claims.toString()) + "." + parts[2]);
    }

    @Test
    void tokenSignedWithThePublicKeyAsASharedSecretIsRefused() {
        String[] parts = platform.playerToken("ada").split("\\.", -1);

        assertRefused(encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void subgraphRefusesAPlayerWhoComesWithoutTheGateway() {
        GraphQL users = new GraphQL(platform.usersUrl());

        assertThat(users.ask(platform.playerToken("ada"), WHO_AM_I).status()).isEqualTo(401);
    }

    private void assertRefused(String token) {
        var answer = gateway.ask(token, WHO_AM_I);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().at("/data/viewer/id").isMissingNode()).isTrue();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
