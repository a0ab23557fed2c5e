package ft.transcendence.gateway.supergraph;

import ft.transcendence.federation.PlanningSettings;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.gateway.cache.ResponseCache;
import ft.transcendence.gateway.file.WatchedFile;
import ft.transcendence.gateway.reload.Reloadable;
import ft.transcendence.gateway.subgraph.SubgraphErrorRedaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The engine of the latest valid supergraph.
 *
 * <p>A changed file becomes a new engine beside the old one and replaces it when it is ready. Requests in flight finish on the
 * engine on which they started. An invalid file changes nothing but the log and the reload counter.
 */
@Component
public final class CurrentEngine implements Supplier<FederationEngine>, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentEngine.class);

    private static final String KEPT = "Kept the current supergraph: the changed file {} cannot be used: {}";

    private static final String REMEDY =
            "Set gateway.supergraph.file (the variable GATEWAY_SUPERGRAPH_FILE, or SUPERGRAPH for the gateway's own"
                    + " application) to the path of a composed supergraph SDL file.";

    /** Messages quote the file, which may contain anything. */
    private static final int LONGEST_REASON = 2_000;

    private final WatchedFile file;
    private final SubgraphTransport transport;
    private final ResponseCache cache;
    private final SubgraphErrorRedaction subgraphErrorRedaction;
    private final Reloadable<OperationLimitsProperties> limits;
    private final SupergraphProperties properties;
    private final PlanningSettings planning;
    private final List<SupergraphReloadListener> listeners;
    private final ScheduledExecutorService watcher;
    private volatile FederationEngine engine;
    private volatile SupergraphSource source;
    /** The text of the engine's supergraph. */
    private volatile String current;
    /** Whether settings have changed since the engine was built. */
    private volatile boolean outdated;

    CurrentEngine(
            SupergraphProperties properties,
            SubgraphTransport transport,
            ResponseCache cache,
            SubgraphErrorRedaction subgraphErrorRedaction,
            Reloadable<OperationLimitsProperties> limits,
            PlanningProperties planning,
            List<SupergraphReloadListener> listeners) {
        this.file = new WatchedFile(requireFile(properties.file()));
        this.transport = transport;
        this.cache = cache;
        this.subgraphErrorRedaction = subgraphErrorRedaction;
        this.limits = limits;
        this.properties = properties;
        this.planning = planning.toSettings();
        this.listeners = new CopyOnWriteArrayList<>(new ArrayList<>(listeners));
        this.current = firstText();
        this.engine = firstEngine(current);
        this.source = SupergraphSource.of(file.path(), current);
        this.watcher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("supergraph-watcher").factory());
        long interval = properties.pollInterval().toMillis();
        watcher.scheduleWithFixedDelay(this::watch, interval, interval, TimeUnit.MILLISECONDS);
        limits.onChange(this::renew);
        subgraphErrorRedaction.onChange(this::renew);
    }

    /** The engine for one request; ask again for the next request. */
    @Override
    public FederationEngine get() {
        return engine;
    }

    /** Where its supergraph is from. */
    public SupergraphSource source() {
        return source;
    }

    @Override
    public void destroy() {
        watcher.shutdownNow();
    }

    private String firstText() {
        String sdl;
        try {
            sdl = file.readIfChanged();
        } catch (IOException e) {
            throw new SupergraphUnusableException(
                    "The supergraph file " + file.path().toAbsolutePath() + " cannot be read: " + reasonOf(e),
                    "Check the file and its permissions.",
                    e);
        }
        if (sdl == null) {
            throw new SupergraphUnusableException(
                    "There is no supergraph file at " + file.path().toAbsolutePath() + ".", REMEDY, null);
        }
        return sdl;
    }

    private FederationEngine firstEngine(String sdl) {
        try {
            return build(sdl);
        } catch (RuntimeException | StackOverflowError e) {
            throw new SupergraphUnusableException(
                    "The supergraph " + file.path().toAbsolutePath() + " cannot be used: " + reasonOf(e),
                    "Serve the output of a Federation composer (join spec v0.1 to v0.5), not a subgraph's own schema.",
                    e);
        }
    }

    /** Checks the file once. Nothing may end the watch, not even an {@link Error}: an executor drops a task that throws. */
    private void watch() {
        try {
            boolean reloaded = reloadIfChanged();
            if (reloaded) {
                notifyListeners(SupergraphReloadListener::reloaded);
            }
        } catch (Throwable failure) {
            logRefused(failure);
            notifyListeners(SupergraphReloadListener::refused);
        }
    }

    private boolean reloadIfChanged() throws IOException {
        String sdl = file.readIfChanged();
        if (sdl == null) {
            return false;
        }
        long started = System.nanoTime();
        FederationEngine reloaded = build(sdl);
        reloaded.warmUpLike(engine);
        engine = reloaded;
        current = sdl;
        source = SupergraphSource.of(file.path(), sdl);
        LOG.info("Reloaded the supergraph {} in {} ms", source, (System.nanoTime() - started) / 1_000_000);
        return true;
    }

    /** Replaces the engine by one with the settings of now, by the thread that also replaces it for a changed file. */
    private void renew() {
        outdated = true;
        watcher.execute(() -> {
            if (!outdated) {
                return;
            }
            outdated = false;
            try {
                FederationEngine renewed = build(current);
                renewed.warmUpLike(engine);
                engine = renewed;
            } catch (RuntimeException | Error defect) {
                LOG.error("Kept the current limits: no engine can be built with the changed ones", defect);
            }
        });
    }

    private void logRefused(Throwable failure) {
        switch (failure) {
            case IOException unreadable -> LOG.error(KEPT, file.path(), reasonOf(unreadable));
            case RuntimeException unusable -> LOG.error(KEPT, file.path(), reasonOf(unusable));
            case StackOverflowError tooDeep -> LOG.error(KEPT, file.path(), "it is nested too deeply");
            default -> LOG.error(KEPT, file.path(), reasonOf(failure), failure);
        }
    }

    private void notifyListeners(Consumer<SupergraphReloadListener> event) {
        for (SupergraphReloadListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error defect) {
                LOG.error("A listener for supergraph reloads failed", defect);
            }
        }
    }

    private FederationEngine build(String sdl) {
        FederationEngine built = subgraphErrorRedaction
                .attach(FederationEngine.builder())
                .supergraph(sdl)
                .transport(transport)
                .limits(limits.get().toLimits())
                .defer(limits.get().maxDeferredFragments())
                .costLimit(limits.get().toCostLimit())
                .operationCacheBytes(properties.operationCacheSize().toBytes())
                .operationCacheIdle(properties.operationCacheIdle())
                .planning(planning)
                .build();
        cache.readTags(sdl);
        return built;
    }

    private static String reasonOf(Throwable e) {
        String message = e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "…";
    }

    private static Path requireFile(String file) {
        if (file.isBlank()) {
            throw new SupergraphUnusableException("No supergraph is configured.", REMEDY, null);
        }
        return Path.of(file);
    }
}
