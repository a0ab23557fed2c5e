package ft.transcendence.gateway.identity;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class IdentityPropertiesTests {
    private static final String ISSUER = "issuer=https://login.example.org/realms/pong";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Properties.class)
            .withPropertyValues("gateway.identity.issuer=https://login.example.org/realms/pong");

    @Test
    void keysAreBelowTheIssuerByDefault() {
        // as it is when the environment variable is not set
        application.withPropertyValues("gateway.identity.jwks-url=").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(IdentityProperties.class).keysUrl())
                    .isEqualTo(URI.create("https://login.example.org/realms/pong/protocol/openid-connect/certs"));
        });
    }

    @Test
    void keysCanHaveAnotherAddress() {
        application
                .withPropertyValues("gateway.identity.jwks-url=http://keycloak:8080/certs")
                .run(context -> assertThat(
                                context.getBean(IdentityProperties.class).keysUrl())
                        .isEqualTo(URI.create("http://keycloak:8080/certs")));
    }

    @Test
    void hasDefaults() {
        assertThat(bind(IdentityProperties.class, ISSUER))
                .isEqualTo(new IdentityProperties(
                        URI.create("https://login.example.org/realms/pong"),
                        "",
                        "transcendence",
                        Set.of("gateway", "cli", "game-server", "game-server-*"),
                        Set.of("RS256", "ES256"),
                        Duration.ofSeconds(30)));
    }

    @Test
    void acceptsClientsByTheirIdOrItsBeginning() {
        IdentityProperties properties = bind(IdentityProperties.class, ISSUER);

        assertThat(List.of("gateway", "game-server", "game-server-eu-1")).allMatch(properties::accepts);
        assertThat(List.of("gateway-2", "game-servers", "my-game-server-1", "account", ""))
                .noneMatch(properties::accepts);
    }

    @Test
    void requiresAnIssuer() {
        assertThat(refusalOf(IdentityProperties.class)).contains("OIDC_ISSUER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authorized-parties= | authorizedParties",
                "algorithms= | algorithms",
                "algorithms=none | must name asymmetric algorithms only",
                "algorithms=HS256 | must name asymmetric algorithms only",
                "clock-skew=-1s | clockSkew",
                "isuer=x | isuer"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(IdentityProperties.class, ISSUER, setting)).contains(reason);
    }

    @Configuration
    @EnableConfigurationProperties(IdentityProperties.class)
    static class Properties {}
}
