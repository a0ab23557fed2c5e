package ft.transcendence.schemacheck.files;

import ft.transcendence.schemacheck.finding.CheckException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files on disk, around a folder. */
public record WorkingTree(Path root) implements SourceTree {

    /** The folder that a file or folder is in. */
    public static WorkingTree around(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new WorkingTree(Objects.requireNonNullElse(absolute.getParent(), absolute));
    }

    @Override
    public Optional<String> find(String path) {
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException binary) {
            throw new CheckException(shown(path) + ": the file is not UTF-8 text");
        } catch (IOException unreadable) {
            String reason = Files.isDirectory(file) ? "it is a folder" : unreadable.toString();
            throw new CheckException(shown(path) + ": the file cannot be read: " + reason);
        }
    }

    @Override
    public List<String> list(String folder, String ending) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending) && Files.isRegularFile(file))
                    .map(this::relative)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CheckException(shown(folder) + ": the folder cannot be read: " + unreadable);
        }
    }

    /** The path of a file as this tree calls it. */
    public String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return root.toAbsolutePath().normalize().relativize(absolute).toString().replace(File.separatorChar, '/');
    }

    @Override
    public String shown(String path) {
        return path;
    }
}
