package ft.transcendence.composition;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users of the composer download. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:federation-composer");
    }

    @Test
    void needsTheEngineAndTwoLibraries() {
        assertThat(pom.dependencies())
                .containsExactlyInAnyOrder(
                        "io.github.ft-transcendence:federation-engine:compile",
                        "com.graphql-java:graphql-java:compile",
                        "org.jspecify:jspecify:compile");
    }
}
