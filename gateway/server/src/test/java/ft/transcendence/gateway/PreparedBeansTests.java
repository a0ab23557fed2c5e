package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.env.MockEnvironment;

/** When the prepared bean definitions are used. */
class PreparedBeansTests {
    private static final Pattern SETTING = Pattern.compile("@ConditionalOn\\w*Property \\(([\\w.-]+)");

    @Test
    void fitTheDefaultSettings() {
        try (ConfigurableApplicationContext gateway = StandaloneGateway.start()) {
            assertThat(PreparedBeans.fit(gateway.getEnvironment())).isTrue();
        }
    }

    @Test
    void everySettingThatChoosesBeansIsConsidered() {
        try (ConfigurableApplicationContext gateway = StandaloneGateway.start()) {
            Set<String> considered = new TreeSet<>(PreparedBeans.UNSET);
            considered.addAll(PreparedBeans.VALUES.keySet());

            assertThat(settingsInConditions(gateway))
                    .contains("gateway.frontend-url", "gateway.explorer.enabled")
                    .isSubsetOf(considered);
        }
    }

    private static Set<String> settingsInConditions(ConfigurableApplicationContext gateway) {
        Set<String> settings = new TreeSet<>();
        ConditionEvaluationReport.get(gateway.getBeanFactory())
                .getConditionAndOutcomesBySource()
                .values()
                .forEach(outcomes -> outcomes.forEach(
                        each -> SETTING.matcher(each.getOutcome().getMessage())
                                .results()
                                .forEach(result -> settings.add(result.group(1)))));
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.explorer.enabled, false",
        "gateway.frontend-url, http://127.0.0.1:3000",
        "server.forward-headers-strategy, framework"
    })
    void doNotFitOtherBeans(String setting, String value) {
        assertThat(PreparedBeans.fit(standalone())).isTrue();
        ConfigurableEnvironment environment = standalone().withProperty(setting, value);

        assertThat(PreparedBeans.fit(environment)).isFalse();
    }

    @Test
    void doNotFitTheWholeGateway() {
        MockEnvironment environment = standalone();
        environment.setActiveProfiles();

        assertThat(PreparedBeans.fit(environment)).isFalse();
    }

    private static MockEnvironment standalone() {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("standalone");
        PreparedBeans.VALUES.forEach(environment::setProperty);
        return environment;
    }
}
