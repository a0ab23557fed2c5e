package ft.transcendence.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SettingsTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "users.keycloak.url=http://localhost:8081",
                    "users.keycloak.client-secret=secret",
                    "users.profile.default-avatar=/default.svg");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users.login.fresh-for=-5m",
                "users.login.fresh-for=0s",
                "users.two-factor.setup-lifetime=-1s",
                "users.two-factor.tries=0",
                "users.keycloak.timeout=-3s",
                "users.login.fresh-four=5m"
            })
    void nonsenseStopsTheStart(String setting) {
        application.withPropertyValues(setting).run(context -> assertThat(context)
                .hasFailed());
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan
    static class Settings {}
}
