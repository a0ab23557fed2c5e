package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ft.transcendence.gateway.StandaloneGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

class SettingsSchemaTests {
    private static final Path EXAMPLE = Path.of("../../docs/examples/router.yaml");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SettingsSchema.render());

    @Test
    void isUpToDate() throws IOException {
        String rendered = SettingsSchema.render();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(SettingsSchema.FILE, rendered);
        }
        assertThat(SettingsSchema.FILE).exists();
        assertThat(Files.readString(SettingsSchema.FILE))
                .as("the settings have changed; regenerate %s with ./transcend settings", SettingsSchema.FILE)
                .isEqualTo(rendered);
    }

    @Test
    void theExampleFitsTheSchema() throws IOException {
        assertThat(schema.validate(json(Files.readString(EXAMPLE)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theExampleStartsAGateway() {
        try (ConfigurableApplicationContext gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_CREDENTIAL", "0123456789abcdef0123456789abcdef"), "gateway.config.file=" + EXAMPLE)) {
            assertThat(gateway.getEnvironment().getProperty("gateway.http.max-body-size"))
                    .isEqualTo("2MB");
            assertThat(gateway.getEnvironment().getProperty("gateway.subgraphs.credential"))
                    .isEqualTo("0123456789abcdef0123456789abcdef");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gateway: {rate-limit: {burst: 5}}                                    | true",
                "gateway: {rate-limit: {burst: '${BURST:5}'}}                         | true",
                "gateway: {rate-limit: {brust: 5}}                                    | false",
                "gateway: {rate-limit: {burst: 0}}                                    | false",
                "gateway: {rate-limit: {burst: many}}                                 | false",
                "gateway: {rate-limit: {exempt-roles: [a, b]}}                        | true",
                "gateway: {rate-limit: {exempt-roles: 'a,b'}}                         | true",
                "gateway: {http: {request-timeout: 5s}}                               | true",
                "gateway: {http: {request-timeout: soon}}                             | false",
                "gateway: {http: {max-body-size: 2MB}}                                | true",
                "gateway: {http: {max-body-size: large}}                              | false",
                "gateway: {subgraphs: {client: reactor-netty}}                        | true",
                "gateway: {subgraphs: {client: other}}                                | false",
                "gateway: {subgraphs: {query-retries: 11}}                            | false",
                "gateway: {subgraphs: {named: {users: {response-timeout: 3s}}}}       | true",
                "gateway: {subgraphs: {named: {users: {timeout: 3s}}}}                | false",
                "gateway: {config: {file: other.yaml}}                                | false",
                "logging: {level: {root: debug}}                                      | true",
                "loging: {level: {root: debug}}                                       | false"
            })
    void describesWhatIsAllowed(String yaml, boolean valid) {
        assertThat(schema.validate(json(yaml), InputFormat.JSON).isEmpty()).isEqualTo(valid);
    }

    private static String json(String yaml) {
        return new JsonMapper().writeValueAsString(new Yaml().<Object>load(yaml));
    }
}
