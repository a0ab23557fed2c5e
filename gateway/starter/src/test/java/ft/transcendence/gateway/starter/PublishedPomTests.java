package ft.transcendence.gateway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a team downloads that has a gateway application of its own. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:federation-gateway-spring-boot-starter");
    }

    @Test
    void needsTheRuntime() {
        assertThat(pom.dependencies())
                .containsExactlyInAnyOrder(
                        "org.jspecify:jspecify:compile",
                        "io.github.ft-transcendence:federation-gateway-runtime:compile");
    }
}
