package ft.transcendence.schemacheck;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.config.SupergraphConfigReader;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small platform in a folder of its own, for a test to make a mistake in. */
public record TestPlatform(Path folder) {
    private static final Path TEMPLATE = Path.of("src/test/resources/platform");

    /** A copy of the template that is neither composed nor released. */
    public static TestPlatform copied(Path folder) {
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TEMPLATE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new TestPlatform(folder);
    }

    /** Composed and released as it stands. */
    public static TestPlatform released(Path folder) {
        TestPlatform platform = copied(folder);
        platform.compose();
        Report report = platform.release();
        assertThat(report.released()).as("the template passes: %s", report).isTrue();
        return platform;
    }

    public Path config() {
        return folder.resolve("supergraph.yaml");
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Replaces text that must be there. */
    public void change(String file, String from, String to) {
        String text = read(file);
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    public SupergraphConfig subgraphs() {
        return SupergraphConfigReader.read(config(), Map.of(), Duration.ofSeconds(5));
    }

    /** Writes supergraph.graphql unless composition fails, as a developer does before a commit. */
    public void compose() {
        if (SupergraphComposition.compose(subgraphs(), HintLevel.NONE) instanceof Outcome.Composed composed) {
            write("supergraph.graphql", composed.sdl());
        }
    }

    public CheckOptions.Builder options() {
        return CheckOptions.builder(config()).environment(Map.of());
    }

    public Report check() {
        return SchemaCheck.run(options().build());
    }

    public Report release() {
        return SchemaCheck.run(options().purpose(Purpose.RELEASE).build());
    }

    /** Composes and checks. */
    public Report composeAndCheck() {
        compose();
        return check();
    }

    /** The findings that somebody would notice, each as {@code LEVEL where: message}. */
    public static List<String> bad(Report report) {
        return report.findings()
                .filter(finding -> finding.level() != Level.SAFE)
                .map(TestPlatform::line)
                .toList();
    }

    public static String line(Finding finding) {
        return finding.level() + " " + finding.where() + ": " + finding.message();
    }
}
