package ft.transcendence.platform.process.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownSettingsCheckTests {
    private final StandardEnvironment environment = new StandardEnvironment();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @ConfigurationProperties(prefix = "gateway.http")
    record Http(Duration requestTimeout, List<String> allowedOrigins) {}

    @ConfigurationProperties(prefix = "gateway.subgraphs")
    record Subgraphs(int maxConnections, Map<String, Named> named) {
        record Named(@Nullable URI url) {}
    }

    @ConfigurationProperties(prefix = "subgraph.execution")
    record Execution(int concurrent) {}

    UnknownSettingsCheckTests() {
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        for (Class<?> type : List.of(Http.class, Subgraphs.class, Execution.class)) {
            beans.registerBeanDefinition(type.getName(), new RootBeanDefinition(type));
        }
    }

    private void file(Map<String, Object> settings) {
        environment.getPropertySources().addLast(new MapPropertySource("file", settings));
    }

    private void variable(String name, String value) {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, value)));
    }

    private void check() {
        UnknownSettingsCheck check = new UnknownSettingsCheck();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(beans);
    }

    private String refusal() {
        try {
            check();
        } catch (UnknownSettingsException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("not refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.http.request-timeout",
                "gateway.http.requestTimeout",
                "gateway.http.allowed-origins",
                "gateway.http.allowed-origins[0]",
                "gateway.subgraphs.named.users.url",
                "gateway.subgraphs.named[my-users].url",
                "subgraph.execution.concurrent",
                "server.port",
                "gateway",
                "gatewayish.thing"
            })
    void knows(String name) {
        file(Map.of(name, "x"));
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.http.request-timeuot, gateway.http.request-timeout",
        "gateway.htpp.request-timeout, gateway.http.request-timeout",
        "gateway.subgraph.max-connections, gateway.subgraphs.max-connections",
        "gateway.http.request-timeout.seconds, ''",
        "subgraph.executions.concurrent, subgraph.execution.concurrent",
        "subgraph.execution.concurent, subgraph.execution.concurrent",
        "gateway.something-else-entirely, ''"
    })
    void rejectsWithASuggestion(String name, String suggestion) {
        file(Map.of(name, "very-secret"));
        assertThat(refusal()).contains(name).doesNotContain("very-secret");
        if (!suggestion.isEmpty()) {
            assertThat(refusal()).contains("did you mean " + suggestion + "?");
        }
    }

    @Test
    void rejectsAnUnknownFieldOfAMapEntry() {
        file(Map.of("gateway.subgraphs.named.users.ulr", "x"));
        assertThat(refusal()).contains("gateway.subgraphs.named.users.ulr");
    }

    @Test
    void reportsAllUnknownSettings() {
        file(Map.of("gateway.http.a", "x", "gateway.http.b", "x"));
        assertThat(refusal()).contains("gateway.http.a", "gateway.http.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY_HTTP_REQUESTTIMEOUT",
                "GATEWAY_HTTP_REQUEST_TIMEOUT",
                "GATEWAY_HTTP_ALLOWEDORIGINS",
                "GATEWAY_HTTP_ALLOWEDORIGINS_0",
                "GATEWAY_SUBGRAPHS_NAMED_USERS_URL",
                "GATEWAY_CREDENTIAL",
                "SUBGRAPH_EXECUTION_CONCURRENT",
                "SOMETHING_ELSE",
                // the gateway's, in an environment for all
                "SUBGRAPH_USERS_URL",
                // set by Kubernetes for services with these names
                "GATEWAY_SERVICE_HOST",
                "GATEWAY_SERVICE_PORT",
                "GATEWAY_SERVICE_PORT_HTTP",
                "GATEWAY_PORT",
                "GATEWAY_PORT_8080_TCP_ADDR",
                "GATEWAY_CANARY_SERVICE_HOST"
            })
    void knowsTheVariable(String name) {
        file(Map.of("gateway.subgraphs.max-connections", "${GATEWAY_CREDENTIAL:}"));
        variable(name, "x");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_CREDENTAIL, GATEWAY_CREDENTIAL",
        "GATEWAY_HTTP_REQUESTTIMEOUTS, GATEWAY_HTTP_REQUESTTIMEOUT",
        "SUBGRAPH_EXECUTION_CONCURENT, SUBGRAPH_EXECUTION_CONCURRENT",
    })
    void rejectsAVariableWithASuggestion(String name, String suggestion) {
        file(Map.of("gateway.subgraphs.max-connections", "${GATEWAY_CREDENTIAL:}"));
        variable(name, "very-secret");
        assertThatExceptionOfType(UnknownSettingsException.class)
                .isThrownBy(this::check)
                .withMessageContaining(name + " (from the environment): did you mean " + suggestion + "?")
                .withMessageNotContaining("very-secret");
    }
}
