package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Starts a subgraph with an unknown setting. */
class UnknownSettingsTests {

    /** The database does not exist; the start fails before it is used. */
    private static final String[] DATABASE = {
        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
        "--spring.datasource.username=nobody",
        "--spring.datasource.password=none"
    };

    @ParameterizedTest
    @CsvSource({
        "SUBGRAPH_EXECUTION_CONCURENT, SUBGRAPH_EXECUTION_CONCURRENT",
        "SUBGRAPH_TOKEN_JWKS_ULR, SUBGRAPH_TOKEN_JWKSURL",
        "SUBGRAPH_STREAM_TOTAL, SUBGRAPH_STREAMS_TOTAL"
    })
    void doesNotStartWithTheVariable(String variable, String meant) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("variables", Map.of(variable, "very-secret")));

        assertThatThrownBy(() -> new SpringApplicationBuilder(SampleSubgraph.class)
                        .environment(environment)
                        .run(DATABASE)
                        .close())
                .isInstanceOf(WrongSettingsException.class)
                .hasMessageContaining(variable + " (from the environment): did you mean " + meant + "?")
                .hasMessageNotContaining("very-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "subgraph.executions.deadline, subgraph.execution.deadline",
        "subgraph.gateway.credentials, subgraph.gateway.credential"
    })
    void doesNotStartWithTheSetting(String setting, String meant) {
        String[] arguments = Stream.concat(Stream.of(DATABASE), Stream.of("--" + setting + "=very-secret"))
                .toArray(String[]::new);

        assertThatThrownBy(() -> new SpringApplicationBuilder(SampleSubgraph.class)
                        .run(arguments)
                        .close())
                .isInstanceOf(WrongSettingsException.class)
                .hasMessageContaining("did you mean " + meant + "?")
                .hasMessageNotContaining("very-secret");
    }
}
