package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.ServerProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Starts parts at the same time where nothing speaks against it, and stops them the other way round. */
final class Startup {

    private final Progress progress;
    private final Consumer<ServerProcess> onReady;
    private final Deque<ServerProcess> ready = new ArrayDeque<>();

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

    /** The processes that are ready, the last started first. */
    synchronized List<ServerProcess> ready() {
        return List.copyOf(ready);
    }

    /** Stops what is ready, the last started first. */
    void stop() {
        for (ServerProcess process : ready()) {
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
                ready.push(process);
            }
            onReady.accept(process);
            progress.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException failure) {
            progress.failed(part.name());
            throw failure;
        }
    }
}
