package ft.transcendence.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class GatewayPropertiesTests {

    private static final String CREDENTIAL = "32-characters-are-the-minimum-ok";

    private final TestSettings<GatewayProperties> settings =
            TestSettings.of(GatewayProperties.class, Settings.class).with("subgraph.gateway.credential=" + CREDENTIAL);

    @Test
    void hideTheCredential() {
        assertThat(settings.bind().credential()).isEqualTo(CREDENTIAL);
        assertThat(settings.bind()).hasToString("GatewayProperties[credential=***]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subgraph.gateway.credential=",
                "subgraph.gateway.credential=too-short----------------------",
                "subgraph.gateway.credentials=x"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(GatewayProperties.class)
    static class Settings {}
}
