package ft.transcendence.matches.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class ObservationPropertiesTests {

    private final TestSettings<ObservationProperties> settings =
            TestSettings.of(ObservationProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind())
                .isEqualTo(new ObservationProperties(
                        null, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofDays(1)));
        assertThat(settings.with("matches.observation.gateway=http://gateway:8080/graphql")
                        .bind()
                        .gateway())
                .isEqualTo(URI.create("http://gateway:8080/graphql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.observation.every=0s",
                "matches.observation.patience=0s",
                "matches.observation.tolerance=-1s",
                "matches.observation.kept=0s",
                "matches.observation.gateways=http://gateway:8080/graphql"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(ObservationProperties.class)
    static class Settings {}
}
