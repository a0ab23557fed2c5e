package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class ExecutionPropertiesTests {

    private final TestSettings<ExecutionProperties> settings =
            TestSettings.of(ExecutionProperties.class, Settings.class).withDefaults("subgraph-defaults.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new ExecutionProperties(
                        40_000, 80_000, 5_000, Duration.ofSeconds(10), 32, 128, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subgraph.execution.values=0",
                "subgraph.execution.values-in-total=39999",
                "subgraph.execution.representations=0",
                "subgraph.execution.deadline=0s",
                "subgraph.execution.deadline=-1s",
                "subgraph.execution.concurrent=0",
                "subgraph.execution.waiting=-1",
                "subgraph.execution.patience=0s",
                "subgraph.execution.pateince=2s"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(ExecutionProperties.class)
    static class Settings {}
}
