package ft.transcendence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.architecture.PublishedPom;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users of the library download. */
class PublishedPomTests {

    private final PublishedPom pom = PublishedPom.read(Path.of("target/published-pom.xml"));

    @Test
    void isComplete() {
        assertThat(pom.problems()).isEmpty();
    }

    @Test
    void hasCoordinatesThatCanBeOwned() {
        assertThat(pom.coordinates()).isEqualTo("io.github.ft-transcendence:federation-testkit");
    }

    @Test
    void needsSixLibrariesAndOthersIfTheyAreUsed() {
        assertThat(pom.dependencies())
                .containsExactlyInAnyOrder(
                        "io.github.ft-transcendence:federation-engine:compile",
                        "io.github.ft-transcendence:federation-composer:compile",
                        "com.graphql-java:graphql-java:compile",
                        "tools.jackson.core:jackson-core:compile",
                        "org.assertj:assertj-core:compile",
                        "org.jspecify:jspecify:compile",
                        // optional
                        "org.junit.jupiter:junit-jupiter-api:compile",
                        "com.netflix.graphql.dgs:graphql-dgs:compile",
                        "com.jayway.jsonpath:json-path:compile",
                        "org.springframework:spring-web:compile",
                        "org.springframework.graphql:spring-graphql:compile");
    }
}
