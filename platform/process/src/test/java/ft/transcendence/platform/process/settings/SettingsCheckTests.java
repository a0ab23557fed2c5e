package ft.transcendence.platform.process.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

class SettingsCheckTests {
    @TempDir
    Path folder;

    private final StandardEnvironment environment = new StandardEnvironment();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Validated
    @ConfigurationProperties(prefix = "gateway.http")
    record Http(
            @DefaultValue("1s") @DurationMin(millis = 1) Duration requestTimeout,
            @DefaultValue List<String> allowedOrigins) {}

    @Validated
    @ConfigurationProperties(prefix = "gateway.subgraphs")
    record Subgraphs(
            @DefaultValue("1") @Min(1) @Max(1000) int maxConnections,
            @DefaultValue Map<String, Named> named) {
        record Named(@Nullable URI url) {}
    }

    @ConfigurationProperties(prefix = "subgraph.execution")
    record Execution(@DefaultValue("1") int concurrent) {}

    SettingsCheckTests() {
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
        SettingsCheck check = new SettingsCheck();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(beans);
    }

    private String refusal() {
        try {
            check();
        } catch (WrongSettingsException refused) {
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

    @ParameterizedTest
    @ValueSource(strings = {"shop.currency", "shop", "gateway.http.request-timeout", "gatewayish.thing"})
    void knowsTheSettingsOfAnotherTeamsApplication(String name) {
        file(Map.of(UnknownSettings.FOREIGN, "true", name, "${SHOP_PASSWORD_1}"));
        variable("SHOP_PASSWORD_2", "x");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.htpp.request-timeout", "gatewy.http.request-timeout"})
    void rejectsOurMisspeltSettingsInAnotherTeamsApplication(String name) {
        file(Map.of(UnknownSettings.FOREIGN, "true", name, "x"));
        assertThat(refusal()).contains(name, "did you mean gateway.http.request-timeout?");
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
        assertThatExceptionOfType(WrongSettingsException.class)
                .isThrownBy(this::check)
                .withMessageContaining(name + " (from the environment): did you mean " + suggestion + "?")
                .withMessageNotContaining("very-secret");
    }

    private void arguments(String... arguments) {
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--gateway.http.request-timeout=1s",
                "--logging.level.some.package=debug",
                "--spring.main.banner-mode=off",
                "--debug",
                "--GATEWAY_CREDENTIAL=x",
                "--SUBGRAPH_USERS_URL=http://localhost:1/graphql"
            })
    void knowsTheArgument(String argument) {
        file(Map.of("gateway.http.allowed-origins", "${GATEWAY_CREDENTIAL:}"));
        arguments(argument);
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "--gatewya.http.request-timeout=x, gatewya.http.request-timeout (from the command line): did you mean gateway.http.request-timeout?",
        "--loging.level.root=debug, loging.level.root (from the command line)",
        "--spring.main.baner-mode=off, spring.main.baner-mode (from the command line): did you mean spring.main.banner-mode?",
        "--frobnicate, frobnicate (from the command line): there is no such setting",
        "frobnicate, frobnicate (from the command line): not an option; settings look like --name=value"
    })
    void rejectsTheArgument(String argument, String reason) {
        arguments(argument);
        assertThat(refusal()).contains(reason);
    }

    @Test
    void rejectsEverythingUnknownInAFile() throws IOException {
        Resource yaml = new FileSystemResource(Files.writeString(folder.resolve("router.yaml"), """
                gateway:
                  http:
                    request-timeout: soon
                loging:
                  level:
                    root: debug
                """));
        new YamlPropertySourceLoader().load("file", yaml).forEach(environment.getPropertySources()::addLast);

        assertThat(refusal())
                .contains(
                        "loging.level.root (from " + folder.resolve("router.yaml") + ", line 6)",
                        "gateway.http.request-timeout = soon (from " + folder.resolve("router.yaml")
                                + ", line 3): must be a duration such as 500ms, 10s or 1h, at least 1ms");
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWYA_HTTP_REQUESTTIMEOUT, GATEWAY_HTTP_REQUESTTIMEOUT",
        "GTEWAY_SUBGRAPHS_NAMED_USERS_URL, GATEWAY_SUBGRAPHS_NAMED_*_URL",
        "ROUTER_SUPERGRAHP, ROUTER_SUPERGRAPH"
    })
    void rejectsASlipInTheEnvironment(String variable, String meant) {
        file(Map.of("gateway.subgraphs.max-connections", "${ROUTER_SUPERGRAPH:}"));
        variable(variable, "x");
        assertThat(refusal()).contains(variable + " (from the environment): did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATEWAYS_LIST", "HTTP_PROXY", "PATH", "ROUTER_SUPER"})
    void leavesOthersVariablesAlone(String variable) {
        file(Map.of("gateway.subgraphs.max-connections", "${ROUTER_SUPERGRAPH:}"));
        variable(variable, "x");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void findsAllWrongValuesAtOnce() {
        variable("SUBGRAPH_EXECUTION_CONCURRENT", "many");
        arguments("--gateway.http.request-timeout=0s", "--gateway.subgraphs.max-connections=0");

        assertThat(SettingsCheck.problems(environment, SettingsCheck.records(beans), record -> true))
                .extracting(SettingProblem::describe)
                .containsExactlyInAnyOrder(
                        "gateway.http.request-timeout = 0s (from the command line): must be a duration such as 500ms, 10s or"
                                + " 1h, at least 1ms",
                        "gateway.subgraphs.max-connections = 0 (from the command line): must be a whole number, from 1 to 1000",
                        "subgraph.execution.concurrent = many (from the variable SUBGRAPH_EXECUTION_CONCURRENT): must be a"
                                + " whole number");
    }

    @Test
    void namesAVariableThatIsMissing() {
        file(Map.of("gateway.http.request-timeout", "${SOME_TIMEOUT}"));

        assertThat(SettingsCheck.problems(environment, SettingsCheck.records(beans), record -> true))
                .extracting(SettingProblem::describe)
                .singleElement()
                .asString()
                .startsWith("gateway.http.request-timeout = ${SOME_TIMEOUT} (from file): ")
                .contains("SOME_TIMEOUT");
    }

    @Test
    void omitsValuesOfSecrets() {
        assertThat(SettingProblem.wrong("gateway.login.client-secret", "hush", "router.yaml", "must be longer")
                        .describe())
                .isEqualTo("gateway.login.client-secret (from router.yaml): must be longer");
    }
}
