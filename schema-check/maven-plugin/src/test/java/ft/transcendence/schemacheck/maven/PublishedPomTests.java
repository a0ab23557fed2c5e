package ft.transcendence.schemacheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Maven downloads in the build of another team. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:transcendence-maven-plugin");
    }

    @Test
    void namesAlsoWhatItsDependenciesNeed() {
        assertThat(pom.dependencies())
                .contains(
                        "io.github.ft-transcendence:federation-schema-check:compile",
                        "io.github.ft-transcendence:federation-engine:compile",
                        "tools.jackson.dataformat:jackson-dataformat-yaml:compile")
                .noneMatch(dependency -> dependency.contains("picocli") || dependency.contains("slf4j"));
    }
}
