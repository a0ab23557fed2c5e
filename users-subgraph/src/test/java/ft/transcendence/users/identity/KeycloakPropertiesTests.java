package ft.transcendence.users.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class KeycloakPropertiesTests {

    private final TestSettings<KeycloakProperties> settings = TestSettings.of(KeycloakProperties.class, Settings.class)
            .with("users.keycloak.url=http://localhost:8081", "users.keycloak.client-secret=very-secret");

    @Test
    void haveDefaults() {
        KeycloakProperties properties = settings.bind();

        assertThat(properties)
                .isEqualTo(new KeycloakProperties(
                        "http://localhost:8081",
                        "transcendence",
                        "users-subgraph",
                        "very-secret",
                        Duration.ofSeconds(5)));
        assertThat(properties.toString()).doesNotContain("very-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users.keycloak.url=",
                "users.keycloak.realm=",
                "users.keycloak.client-id=",
                "users.keycloak.client-secret=",
                "users.keycloak.timeout=0s",
                "users.keycloak.timeout=-3s",
                "users.keycloak.secret=x"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(KeycloakProperties.class)
    static class Settings {}
}
