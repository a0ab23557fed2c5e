package ft.transcendence.schemacheck.command;

import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** What both commands have in common. */
final class CommandTexts {
    static final int WIDTH = 110;

    static final int PASSED = 0;
    static final int FAILED = 1;
    static final int CANNOT_RUN = 2;

    private CommandTexts() {}

    /** The supergraph.yaml of the project, wherever the command is typed. */
    static Path projectsConfig() {
        Path project = Path.of(System.getProperty("transcend.root", "")).toAbsolutePath();
        Path here = Path.of("").toAbsolutePath();
        return here.equals(project) ? Path.of("supergraph.yaml") : project.resolve("supergraph.yaml");
    }

    /** Colours are for a terminal, unless someone does not want them: https://no-color.org. */
    static boolean isColourful() {
        return Ansi.AUTO.enabled();
    }
}
