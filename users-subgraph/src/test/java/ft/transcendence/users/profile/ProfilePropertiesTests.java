package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class ProfilePropertiesTests {

    private final TestSettings<ProfileProperties> settings =
            TestSettings.of(ProfileProperties.class, Settings.class).withDefaults("application.yaml");

    @Test
    void haveDefaults() {
        assertThat(settings.bind().defaultAvatar()).isEqualTo("/avatars/default.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.profile.default-avatar=", "users.profile.avatar=/default.svg"})
    void reject(String setting) {
        settings.assertRejects(setting);
    }

    @EnableConfigurationProperties(ProfileProperties.class)
    static class Settings {}
}
