package ft.transcendence.gateway.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** A file that is read again only when its time, size or identity has changed. Not thread-safe. */
public final class WatchedFile {
    private record Stamp(
            FileTime modified, long size, @Nullable Object identity) {}

    private final Path path;
    private @Nullable Stamp lastSeen;

    public WatchedFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /**
     * The file's text when it changed since the last call, else null. A missing file counts as unchanged: it may be about to be
     * replaced.
     */
    public @Nullable String readIfChanged() throws IOException {
        Stamp stamp = stamp();
        if (stamp == null || stamp.equals(lastSeen)) {
            return null;
        }
        String text = Files.readString(path);
        lastSeen = stamp;
        return text;
    }

    private @Nullable Stamp stamp() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
