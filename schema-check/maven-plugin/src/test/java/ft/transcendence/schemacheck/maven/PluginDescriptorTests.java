package ft.transcendence.schemacheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Maven checks before it runs the plugin is what {@code docs/maven-plugin.md} says. */
class PluginDescriptorTests {

    @Test
    void runsInTheMavenAndTheJavaOfSubgraphTeams() {
        assertThat(Path.of("target/classes/META-INF/maven/plugin.xml"))
                .content()
                .contains("<requiredMavenVersion>3.9.0<", "<requiredJavaVersion>21<");
    }
}
