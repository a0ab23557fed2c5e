package ft.transcendence.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class TokenPropertiesTests {

    private final TestSettings<TokenProperties> settings = TestSettings.of(TokenProperties.class, Settings.class)
            .with("subgraph.token.issuer=https://id.example/realm");

    @Test
    void haveDefaults() {
        TokenProperties properties = settings.bind();

        assertThat(properties.audience()).isEqualTo("transcendence");
        assertThat(properties.authorizedParties())
                .containsExactlyInAnyOrder("gateway", "cli", "game-server", "game-server-*");
        assertThat(properties.passwordClients()).containsExactly("cli");
        assertThat(properties.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.signingKeys()).isEqualTo("https://id.example/realm/protocol/openid-connect/certs");
    }

    @Test
    void acceptsClientsByTheirIdOrItsBeginning() {
        TokenProperties properties = settings.bind();

        assertThat(List.of("gateway", "game-server", "game-server-eu-1")).allMatch(properties::accepts);
        assertThat(List.of("gateway-2", "game-servers", "my-game-server-1", "account", ""))
                .noneMatch(properties::accepts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subgraph.token.issuer=",
                "subgraph.token.audience=",
                "subgraph.token.authorized-parties=",
                "subgraph.token.clock-skew=-1s",
                "subgraph.token.clock-slew=30s"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @Test
    void canUseAnotherUrlForTheSigningKeys() {
        assertThat(settings.with("subgraph.token.jwks-url=http://keycloak/certs")
                        .bind()
                        .signingKeys())
                .isEqualTo("http://keycloak/certs");
    }

    @EnableConfigurationProperties(TokenProperties.class)
    static class Settings {}
}
