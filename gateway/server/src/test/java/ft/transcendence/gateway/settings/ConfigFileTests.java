package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConfigFileTests {
    @TempDir
    Path folder;

    private StandardEnvironment environmentOf(String yaml, Map<String, Object> variables, String... arguments)
            throws IOException {
        Path file = Files.writeString(folder.resolve("router.yaml"), yaml);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        environment.setActiveProfiles("standalone");
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("file of the test", Map.of(ConfigFile.SETTING, file.toString())));
        new ConfigFile().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void isBelowArgumentsAndVariablesAndAboveDefaults() throws IOException {
        StandardEnvironment environment = environmentOf(
                """
                server:
                  port: 4001
                gateway:
                  supergraph:
                    file: other.graphql
                  http:
                    path: /of-file
                    introspection: false
                    max-body-size: 2MB
                  rate-limit:
                    burst: 7
                """,
                Map.of("SUPERGRAPH", "variable.graphql", "GATEWAY_HTTP_PATH", "/of-variable"),
                "--gateway.http.max-body-size=3MB");

        assertThat(environment.getProperty("gateway.http.max-body-size")).isEqualTo("3MB");
        assertThat(environment.getProperty("gateway.http.path")).isEqualTo("/of-variable");
        assertThat(environment.getProperty("gateway.supergraph.file"))
                .as("a short variable")
                .isEqualTo("variable.graphql");
        assertThat(environment.getProperty("gateway.rate-limit.burst")).isEqualTo("7");
        assertThat(environment.getProperty("server.port")).isEqualTo("4001");
        assertThat(environment.getProperty("gateway.http.introspection"))
                .as("true in the profile")
                .isEqualTo("false");
        assertThat(environment.getProperty("gateway.limits.max-cost"))
                .as("of the profile")
                .isEqualTo("0");
    }

    @Test
    void refersToVariables() throws IOException {
        StandardEnvironment environment = environmentOf("""
                gateway:
                  http:
                    path: ${ENDPOINT}
                    max-body-size: ${LARGEST:5MB}
                """, Map.of("ENDPOINT", "/of-variable"));

        assertThat(environment.getProperty("gateway.http.path")).isEqualTo("/of-variable");
        assertThat(environment.getProperty("gateway.http.max-body-size")).isEqualTo("5MB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'gateway: ['                             | it cannot be read",
                "'a: 1\n---\nb: 2'                        | it must be a single YAML document",
                "'a: 1\na: 2'                             | it cannot be read",
                "'spring.profiles.active: development'    | must be an argument or a variable",
                "'gateway.config.file: another.yaml'      | must be an argument or a variable"
            })
    void refuses(String yaml, String reason) {
        assertThatExceptionOfType(WrongSettingsException.class)
                .isThrownBy(() -> environmentOf(yaml, Map.of()))
                .withMessageContaining(reason)
                .withMessageContaining("router.yaml");
    }

    @Test
    void mustExist() {
        assertThatExceptionOfType(WrongSettingsException.class)
                .isThrownBy(() -> ConfigFileSource.read(folder.resolve("none.yaml")))
                .withMessageContaining("none.yaml (from the settings): there is no such file");
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertThat(environmentOf("# nothing yet", Map.of()).getProperty("gateway.http.introspection"))
                .isEqualTo("true");
    }
}
