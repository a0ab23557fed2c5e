package ft.transcendence.platform.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of this repository. */
final class Repository {

    static final Path ROOT = findRoot();

    private Repository() {}

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(file, failure);
        }
    }

    static boolean exists(String file) {
        return Files.exists(ROOT.resolve(file));
    }

    /** The text of all application*.yaml files of a module; empty if it has none. */
    static String settings(String module) {
        Path resources = ROOT.resolve(module).resolve("src/main/resources");
        try (Stream<Path> files = Files.list(resources)) {
            List<Path> settings = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith("-standalone.yaml"))
                    .sorted()
                    .toList();
            return String.join(
                    "\n---\n",
                    settings.stream()
                            .map(file -> read(ROOT.relativize(file).toString()))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(resources.toString(), failure);
        }
    }

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = Objects.requireNonNull(
                    folder.getParent(),
                    "no docker-compose.yml above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
