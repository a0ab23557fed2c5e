package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The server archives that the build collected, and the tools inside them. */
final class Distribution {

    private Distribution() {}

    /** Returns the one file of {@code folder} with this prefix and suffix. */
    static Path find(Workspace workspace, String folder, String prefix, String suffix) {
        return list(workspace.distributions().resolve(folder)).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix)
                        && file.getFileName().toString().endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> missing(workspace));
    }

    /** Returns the files of a folder, sorted by name; empty if it does not exist. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    static IllegalStateException missing(Workspace workspace) {
        return new IllegalStateException("The server archives are missing in " + workspace.distributions()
                + ". Run ./mvnw -pl platform/distributions process-resources");
    }

    /**
     * Runs a tool and waits until it exits.
     *
     * @throws ServerStartException when it fails
     */
    static void runToEnd(String name, List<String> command, Map<String, String> environment, Path log) {
        ServerProcess tool = ServerProcess.start(new ProcessSpec(name, command, environment, log, StopSignal.TERM));
        int status = tool.waitForEnd();
        if (status != 0) {
            throw new ServerStartException(name, "could not be prepared (status " + status + ").", log);
        }
    }
}
