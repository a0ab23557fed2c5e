package ft.transcendence.extension;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a team downloads that extends the gateway. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:federation-gateway-extension");
    }

    @Test
    void needsTheEngine() {
        assertThat(pom.dependencies())
                .containsExactlyInAnyOrder(
                        "org.jspecify:jspecify:compile", "io.github.ft-transcendence:federation-engine:compile");
    }
}
