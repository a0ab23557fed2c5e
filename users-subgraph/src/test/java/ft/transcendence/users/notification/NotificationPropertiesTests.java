package ft.transcendence.users.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class NotificationPropertiesTests {

    private final TestSettings<NotificationProperties> settings =
            TestSettings.of(NotificationProperties.class, Settings.class);

    @Test
    void haveDefaults() {
        assertThat(settings.bind()).isEqualTo(new NotificationProperties(Duration.ofDays(30), 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users.notification.kept-for=0s",
                "users.notification.kept-per-user=0",
                "users.notification.kept-per-player=200"
            })
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(NotificationProperties.class)
    static class Settings {}
}
