package ft.transcendence.schemacheck.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.SchemaCheck;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.verdict.Paint;
import ft.transcendence.schemacheck.verdict.TextVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of this repository that have a published format keep to it. */
class RepositoryTests {
    private static final Path ROOT = Path.of("..");
    private static final Path CATALOGUE = ROOT.resolve("docs/events/asyncapi.yaml");
    private static final Path COMPOSE_FILE = ROOT.resolve("docker-compose.yml");

    @Test
    void thePlatformsOwnSchemasOperationsAndEventsPassTheCheckAndTheSupergraphIsFresh() {
        CheckOptions options =
                CheckOptions.builder(ROOT.resolve("supergraph.yaml")).build();
        Report report = SchemaCheck.run(options);
        assertThat(report.passed())
                .as(TextVerdict.write(report, options, Paint.PLAIN))
                .isTrue();
    }

    @Test
    void theEventCatalogueIsAValidAsyncApiDocument() throws IOException {
        assertThat(problems("asyncapi-3.0.0.schema.json", Files.readString(CATALOGUE)))
                .isEmpty();
    }

    @Test
    void theEventCatalogueContainsExactlyTheSchemasOfAllEvents() throws IOException {
        List<Path> referred = JsonMapper.shared()
                .valueToTree(yaml(Files.readString(CATALOGUE)))
                .path("components")
                .path("messages")
                .valueStream()
                .map(message -> CATALOGUE
                        .resolveSibling(message.path("payload")
                                .path("schema")
                                .path("$ref")
                                .asString())
                        .normalize())
                .distinct()
                .sorted()
                .toList();
        assertThat(referred).isNotEmpty().isEqualTo(eventSchemas());
    }

    private static List<Path> eventSchemas() throws IOException {
        Stream.Builder<Path> schemas = Stream.builder();
        for (String producer : List.of("users-subgraph", "matches-subgraph")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(producer).resolve("src/main/resources/events"))) {
                files.filter(file -> file.toString().endsWith(".schema.json")).forEach(schemas::add);
            }
        }
        return schemas.build().map(Path::normalize).sorted().toList();
    }

    @Test
    void theComposeFileIsValid() throws IOException {
        assertThat(problems("compose-spec.schema.json", Files.readString(COMPOSE_FILE)))
                .isEmpty();
    }

    @Test
    void aMisspeltKeyInAComposeFileIsFound() throws IOException {
        String misspelt = Files.readString(COMPOSE_FILE).replace("depends_on:", "dependson:");
        assertThat(problems("compose-spec.schema.json", misspelt))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem).contains("dependson"));
    }

    private static List<String> problems(String schemaFile, String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/published", schemaFile)));
        JsonNode document = JsonMapper.shared().valueToTree(yaml(text));
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    private static Object yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
