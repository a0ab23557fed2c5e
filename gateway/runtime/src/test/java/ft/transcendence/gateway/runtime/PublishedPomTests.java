package ft.transcendence.gateway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the starter downloads. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:federation-gateway-runtime");
    }

    @Test
    void needsLibrariesThatArePublishedToo() {
        assertThat(pom.dependencies())
                .filteredOn(dependency -> dependency.contains("transcendence"))
                .containsExactlyInAnyOrder(
                        "io.github.ft-transcendence:federation-engine:compile",
                        "io.github.ft-transcendence:federation-gateway-extension:compile",
                        "io.github.ft-transcendence:transcendence-process:compile",
                        "io.github.ft-transcendence:transcendence-tracing:compile");
    }
}
