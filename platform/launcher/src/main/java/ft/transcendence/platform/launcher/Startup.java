package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts parts at the same time where nothing speaks against it, and stops them the other way round. */
final class Startup {

    private final Progress progress;
    private final Consumer<ServerProcess> onReady;
    private final Map<Part, ServerProcess> ready = new LinkedHashMap<>();
    private boolean stopping;

    /**
     * A start that has not begun.
     *
     * @param onReady told of each process when it is ready
     */
    Startup(Progress progress, Consumer<ServerProcess> onReady) {
        this.progress = progress;
        this.onReady = onReady;
    }

    /**
     * Starts all parts; a part is listed behind those it waits for.
     *
     * @throws PlatformException as soon as one of them fails; others may be running or starting
     */
    void start(List<Part> parts) {
        Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        for (Part part : parts) {
            List<CompletableFuture<Void>> before = new ArrayList<>();
            for (String name : part.after()) {
                before.add(started.get(name));
            }
            CompletableFuture<Void> start = CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                    .thenRunAsync(() -> start(part), Thread::startVirtualThread);
            start.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            });
            started.put(part.name(), start);
        }
        CompletableFuture<Void> allReady =
                CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(allReady, firstFailure).join();
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new PlatformException(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** The processes that are ready. */
    synchronized List<ServerProcess> ready() {
        return List.copyOf(ready.values());
    }

    /** Whether {@link #stop()} has been called: from then on the end of a part is no surprise. */
    synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops what is ready: each part when those that need it have ended, all others at the same time. */
    void stop() {
        Map<Part, ServerProcess> running;
        synchronized (this) {
            stopping = true;
            running = new LinkedHashMap<>(ready);
        }
        Map<Part, CompletableFuture<Void>> ended = new LinkedHashMap<>();
        List<Part> latestFirst = new ArrayList<>(running.keySet()).reversed();
        // a part becomes ready after those it needs, so whoever needs it is already in the map
        for (Part part : latestFirst) {
            CompletableFuture<?>[] needing = ended.entrySet().stream()
                    .filter(entry -> entry.getKey().after().contains(part.name()))
                    .map(Map.Entry::getValue)
                    .toArray(CompletableFuture[]::new);
            ended.put(
                    part,
                    CompletableFuture.allOf(needing)
                            .thenRunAsync(() -> stop(running.get(part)), Thread::startVirtualThread));
        }
        CompletableFuture.allOf(ended.values().toArray(CompletableFuture[]::new))
                .join();
    }

    private void stop(@Nullable ServerProcess process) {
        if (process != null) {
            process.close();
            progress.stopped(process.name());
        }
    }

    private void start(Part part) {
        progress.starting(part.name());
        long begin = System.nanoTime();
        try {
            ServerProcess process = part.start().get();
            synchronized (this) {
                ready.put(part, process);
            }
            onReady.accept(process);
            progress.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException failure) {
            progress.failed(part.name());
            throw failure;
        }
    }
}
