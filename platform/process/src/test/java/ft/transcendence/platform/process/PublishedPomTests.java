package ft.transcendence.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the gateway's runtime brings of the platform. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:transcendence-process");
    }

    @Test
    void needsSpringBoot() {
        assertThat(pom.dependencies())
                .containsExactlyInAnyOrder(
                        "org.jspecify:jspecify:compile",
                        "org.springframework.boot:spring-boot:compile",
                        "org.springframework.boot:spring-boot-starter-validation:compile"); // optional
    }
}
