package ft.transcendence.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PublishedPomTests {

    private static final String COMPLETE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <groupId>org.example</groupId>
              <artifactId>paper</artifactId>
              <version>1.0</version>
              <name>Paper</name>
              <description>Can be written on.</description>
              <url>https://example.org</url>
              <licenses><license><name>Apache-2.0</name><url>https://example.org/licence</url></license></licenses>
              <developers><developer><name>Ann</name><url>https://example.org/ann</url></developer></developers>
              <scm>
                <connection>scm:git:https://example.org</connection>
                <developerConnection>scm:git:https://example.org</developerConnection>
                <url>https://example.org</url>
              </scm>
              <dependencies>
                <dependency><groupId>org.example</groupId><artifactId>ink</artifactId><version>2.0</version><scope>compile</scope></dependency>
              </dependencies>
            </project>
            """;

    @Test
    void acceptsACompletePom() {
        PublishedPom pom = PublishedPom.parse(COMPLETE);

        assertThat(pom.problems()).isEmpty();
        assertThat(pom.coordinates()).isEqualTo("org.example:paper");
        assertThat(pom.dependencies()).containsExactly("org.example:ink:compile");
    }

    @Test
    void refusesAParent() {
        assertThat(problems("<version>1.0</version>", "<version>1.0</version><parent><version>1</version></parent>"))
                .containsExactly("has parent");
    }

    @Test
    void missesWhatCentralAsksFor() {
        assertThat(problems("<name>Ann</name>", "")).containsExactly("has no developers/developer/name");
        assertThat(problems("<name>Paper</name>", "")).containsExactly("has no name");
    }

    @Test
    void missesAVersionThatIsManagedElsewhere() {
        assertThat(problems("<version>2.0</version>", "")).containsExactly("has no version of ink");
    }

    @Test
    void findsAProperty() {
        assertThat(problems("2.0", "${ink.version}")).containsExactly("has a property that is not resolved");
    }

    @Test
    void doesNotReadAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> PublishedPom.parse("artifactId: paper"));
    }

    private static Iterable<String> problems(String replaced, String replacement) {
        return PublishedPom.parse(COMPLETE.replace(replaced, replacement)).problems();
    }
}
