package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that look valid but are not are refused by the gateway and by each subgraph. */
@PlatformTest
@TestInstance(Lifecycle.PER_CLASS)
class RefusedTokenTests {

    private static final String VIEWER = "{ viewer { id } }";
    private static final String ANYTHING = "{ __typename }";

    private final Platform platform;
    private final GraphQL gateway;
    private final GraphQL users;
    private final GraphQL matches;
    private final Realm realm;
    private final TokenForge forge;

    RefusedTokenTests(Platform platform) {
        this.platform = platform;
        this.gateway = new GraphQL(platform.url());
        this.users = new GraphQL(platform.usersUrl(), asTheGateway("USERS"));
        this.matches = new GraphQL(platform.matchesUrl(), asTheGateway("MATCHES"));
        this.realm = new Realm(platform);
        this.forge = new TokenForge(realm);
    }

    private Map<String, String> asTheGateway(String subgraph) {
        return Map.of("X-Gateway-Credential", platform.secret(subgraph + "_GATEWAY_CREDENTIAL"));
    }

    static Stream<Named<Function<TokenForge, String>>> wrongTokens() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                Named.of("without signature", TokenForge::unsigned),
                Named.of("signed by another key", TokenForge::ofAnotherKey),
                Named.of("signed by an unknown key", TokenForge::ofAnUnknownKey),
                Named.of("signed with the public key as a secret", TokenForge::withThePublicKeyAsSecret),
                Named.of("expired", forge -> forge.token(claims -> claims.put("exp", now - 60))),
                Named.of("without an end", forge -> forge.token(claims -> claims.remove("exp"))),
                Named.of("not yet valid", forge -> forge.token(claims -> claims.put("nbf", now + 600))),
                Named.of(
                        "of another issuer",
                        forge -> forge.token(claims -> claims.put("iss", "http://localhost/realms/transcendence"))),
                Named.of("for another audience", forge -> forge.token(claims -> claims.put("aud", "account"))),
                Named.of("of another client", forge -> forge.token(claims -> claims.put("azp", "admin-cli"))),
                Named.of("that is an ID token", forge -> forge.token(claims -> claims.put("typ", "ID"))),
                Named.of("that is a refresh token", forge -> forge.token(claims -> claims.put("typ", "Refresh"))),
                Named.of("without a subject", forge -> forge.token(claims -> claims.remove("sub"))));
    }

    @Test
    void acceptsAValidToken() {
        String token = forge.token(claims -> {});

        assertThat(gateway.execute(token, VIEWER).data("/viewer/id").asString()).isEqualTo(TokenForge.ADA);
        assertThat(users.execute(token, ANYTHING).status()).isEqualTo(200);
        assertThat(matches.execute(token, ANYTHING).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void rejectsAnInvalidToken(Function<TokenForge, String> wrong) {
        String token = wrong.apply(forge);

        assertRefused(token);
        assertThat(users.execute(token, ANYTHING).status()).isEqualTo(401);
        assertThat(matches.execute(token, ANYTHING).status()).isEqualTo(401);
    }

    @Test
    void rejectsATokenForAnotherService() {
        assertRefused(realm.serviceToken("users-subgraph", platform.secret("USERS_CLIENT")));
    }

    @Test
    void rejectsATokenOfAnotherRealm() {
        assertRefused(realm.administratorToken());
    }

    @Test
    void subgraphsRejectRequestsThatBypassTheGateway() {
        String token = forge.token(claims -> {});

        assertThat(new GraphQL(platform.usersUrl()).execute(token, ANYTHING).status())
                .isEqualTo(401);
        assertThat(new GraphQL(platform.matchesUrl()).execute(token, ANYTHING).status())
                .isEqualTo(401);
    }

    @Test
    void subgraphsRejectTheCredentialOfTheOther() {
        String token = forge.token(claims -> {});

        assertThat(new GraphQL(platform.usersUrl(), asTheGateway("MATCHES"))
                        .execute(token, ANYTHING)
                        .status())
                .isEqualTo(401);
        assertThat(new GraphQL(platform.matchesUrl(), asTheGateway("USERS"))
                        .execute(token, ANYTHING)
                        .status())
                .isEqualTo(401);
    }

    /** That it is in no log either is checked when the platform stops. */
    @Test
    void doesNotEchoAMisplacedToken() {
        String token = forge.token(claims -> {});

        for (String query : List.of("{ user(id: \"" + token + "\") { id } }", token, "{ " + token + " }")) {
            assertThat(gateway.execute(null, query).body().toString()).doesNotContain(token);
        }
        assertThat(gateway.get("?access_token=" + token + "&query=%7B__typename%7D"))
                .doesNotContain(token);
    }

    private void assertRefused(String token) {
        var response = gateway.execute(token, VIEWER);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.errorCode()).isEqualTo("UNAUTHENTICATED");
        assertThat(response.body().toString()).doesNotContain(token).doesNotContain(TokenForge.ADA);
    }
}
