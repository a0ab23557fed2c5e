package ft.transcendence.matches.server;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class ServerPropertiesTests {

    private final TestSettings<ServerProperties> settings =
            TestSettings.of(ServerProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new ServerProperties(Duration.ofSeconds(15), Duration.ofDays(30), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.servers.silence=0s",
                "matches.servers.forgotten-after=-1d",
                "matches.servers.check-every=0s",
                "matches.servers.capacity=5"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(ServerProperties.class)
    static class Settings {}
}
