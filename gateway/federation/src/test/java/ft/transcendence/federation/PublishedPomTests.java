package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Other builds can depend on the engine without anything else of this repository. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:federation-engine");
    }

    @Test
    void needsThreeLibraries() {
        assertThat(pom.dependencies())
                .containsExactlyInAnyOrder(
                        "com.graphql-java:graphql-java:compile",
                        "com.github.ben-manes.caffeine:caffeine:compile",
                        "org.jspecify:jspecify:compile");
    }
}
