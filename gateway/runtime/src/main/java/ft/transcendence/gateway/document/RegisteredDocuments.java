package ft.transcendence.gateway.document;

import ft.transcendence.gateway.file.WatchedFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of the manifests in their latest valid form. A changed file that cannot be used changes nothing but the log.
 */
final class RegisteredDocuments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegisteredDocuments.class);

    private final Map<WatchedFile, Manifest> files = new LinkedHashMap<>();
    private final ScheduledExecutorService watcher;
    private volatile Manifest all;

    /** @throws ManifestUnusableException when a file cannot be read */
    RegisteredDocuments(List<Path> manifests, Duration pollInterval) {
        for (Path manifest : manifests) {
            WatchedFile file = new WatchedFile(manifest);
            files.put(file, first(file));
        }
        this.all = merged(files);
        this.watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("manifest-watcher").factory());
        if (!files.isEmpty()) {
            LOG.info("Registered {} documents", all.size());
            long interval = pollInterval.toMillis();
            watcher.scheduleWithFixedDelay(this::watch, interval, interval, TimeUnit.MILLISECONDS);
        }
    }

    Manifest get() {
        return all;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }

    private static Manifest first(WatchedFile file) {
        try {
            String text = file.readIfChanged();
            if (text == null) {
                throw new NoSuchFileException(file.path().toString());
            }
            return Manifest.read(text);
        } catch (NoSuchFileException e) {
            throw new ManifestUnusableException(
                    "There is no manifest of documents at " + file.path().toAbsolutePath() + ".", e);
        } catch (IOException | MalformedManifestException e) {
            throw new ManifestUnusableException(
                    "The manifest of documents " + file.path().toAbsolutePath() + " cannot be used: " + e.getMessage(),
                    e);
        }
    }

    private static Manifest merged(Map<WatchedFile, Manifest> manifests) {
        try {
            return manifests.values().stream().reduce(Manifest.empty(), Manifest::and);
        } catch (MalformedManifestException e) {
            throw new ManifestUnusableException(
                    "The manifests of documents cannot be used together: " + e.getMessage(), e);
        }
    }

    /** Checks all files once. Nothing may end the watch: an executor drops a task that throws. */
    private void watch() {
        for (WatchedFile file : files.keySet()) {
            try {
                String text = file.readIfChanged();
                if (text != null) {
                    reload(file, text);
                }
            } catch (IOException | RuntimeException | StackOverflowError e) {
                LOG.error(
                        "Kept the registered documents: the changed file {} cannot be used: {}",
                        file.path(),
                        e.getMessage());
            }
        }
    }

    private void reload(WatchedFile file, String text) {
        Map<WatchedFile, Manifest> changed = new LinkedHashMap<>(files);
        changed.put(file, Manifest.read(text));
        all = merged(changed);
        files.putAll(changed);
        LOG.info("Reloaded {}: {} documents are registered", file.path(), all.size());
    }
}
