package ft.transcendence.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class IdentityPropertiesTests {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Properties.class)
            .withPropertyValues("gateway.identity.issuer=https://login.example.org/realms/pong");

    @Test
    void keysAreBelowTheIssuerWhenNothingElseIsSaid() {
        // as an environment without the variable leaves it
        application.withPropertyValues("gateway.identity.jwks-url=").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(IdentityProperties.class).keysUrl())
                    .isEqualTo(URI.create("https://login.example.org/realms/pong/protocol/openid-connect/certs"));
        });
    }

    @Test
    void keysAreWhereTheirAddressSays() {
        application
                .withPropertyValues("gateway.identity.jwks-url=http://keycloak:8080/certs")
                .run(context -> assertThat(
                                context.getBean(IdentityProperties.class).keysUrl())
                        .isEqualTo(URI.create("http://keycloak:8080/certs")));
    }

    @Configuration
    @EnableConfigurationProperties(IdentityProperties.class)
    static class Properties {}
}
