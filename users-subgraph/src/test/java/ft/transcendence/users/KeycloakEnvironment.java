package ft.transcendence.users;

import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the application under test at the test Keycloak. */
final class KeycloakEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestKeycloak keycloak = TestServers.keycloak();
        TestPropertyValues.of(Map.of(
                        "users.keycloak.url", keycloak.url(),
                        "users.keycloak.client-secret", keycloak.clientSecret("users-subgraph")))
                .applyTo(context);
    }
}
