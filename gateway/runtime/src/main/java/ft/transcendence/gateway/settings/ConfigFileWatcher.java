package ft.transcendence.gateway.settings;

import ft.transcendence.gateway.file.WatchedFile;
import ft.transcendence.gateway.reload.ConfigReloadListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Watches the configuration file, if there is one. A file that cannot be used changes nothing but the log and the listeners. */
@Component
@Lazy(false)
final class ConfigFileWatcher implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigFileWatcher.class);

    private final @Nullable ScheduledExecutorService watcher;

    ConfigFileWatcher(
            ConfigFileProperties properties,
            ObjectProvider<ConfigReload> reload,
            ObjectProvider<ConfigReloadListener> listeners) {
        Path path = properties.file();
        if (path == null || path.toString().isBlank()) {
            watcher = null;
            return;
        }
        Watch watch = new Watch(
                path,
                new WatchedFile(path),
                reload.getObject(),
                listeners.orderedStream().toList());
        watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("configuration-watcher").factory());
        long interval = properties.pollInterval().toMillis();
        watcher.scheduleWithFixedDelay(watch::check, interval, interval, TimeUnit.MILLISECONDS);
    }

    private record Watch(Path path, WatchedFile file, ConfigReload reload, List<ConfigReloadListener> listeners) {
        /** Checks the file once. Nothing may end the watch, not even an {@link Error}: an executor drops a task that throws. */
        void check() {
            try {
                if (file.readIfChanged() != null && reload.use(ConfigFileSource.read(path))) {
                    tell(ConfigReloadListener::reloaded);
                }
            } catch (Throwable failure) {
                LOG.error(
                        "Kept the current settings: the changed file {} cannot be used. {}",
                        path,
                        failure.getMessage());
                tell(ConfigReloadListener::refused);
            }
        }

        private void tell(Consumer<ConfigReloadListener> event) {
            for (ConfigReloadListener listener : listeners) {
                try {
                    event.accept(listener);
                } catch (RuntimeException | Error defect) {
                    LOG.error("A listener for configuration reloads failed", defect);
                }
            }
        }
    }

    @Override
    public void destroy() {
        if (watcher != null) {
            watcher.shutdownNow();
        }
    }
}
