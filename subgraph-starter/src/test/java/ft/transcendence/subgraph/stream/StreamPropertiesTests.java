package ft.transcendence.subgraph.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class StreamPropertiesTests {

    private final TestSettings<StreamProperties> settings =
            TestSettings.of(StreamProperties.class, Settings.class).withDefaults("subgraph-defaults.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new StreamProperties(20, 1_000, Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subgraph.streams.per-caller=0",
                "subgraph.streams.total=0",
                "subgraph.streams.keep-alive=999ms",
                "subgraph.streams.patience=-30s",
                "subgraph.streams.per-user=20"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(StreamProperties.class)
    static class Settings {}
}
