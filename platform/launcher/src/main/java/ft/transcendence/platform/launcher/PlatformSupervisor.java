package ft.transcendence.platform.launcher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts independent parts concurrently, supervises each of them, and stops them in reverse order. A part that cannot be kept running
 * does not affect the others.
 */
final class PlatformSupervisor {

    private final List<Part> parts;
    private final Map<String, PartSupervisor> supervisors = new LinkedHashMap<>();

    /**
     * Creates a platform that has not been started.
     *
     * @param parts each listed after its dependencies
     * @param onChange receives every change of every part
     */
    PlatformSupervisor(
            List<Part> parts,
            RestartPolicy policy,
            InstantSource clock,
            Progress progress,
            Consumer<PartReport> onChange) {
        this.parts = List.copyOf(parts);
        PartSupervisor.Context context = new PartSupervisor.Context() {
            @Override
            public void changed(PartReport report) {
                onChange.accept(report);
                wakeWaiting();
            }

            @Override
            public void awaitDependencies(Part part) throws InterruptedException {
                awaitReady(part);
            }
        };
        for (Part part : parts) {
            supervisors.put(part.name(), new PartSupervisor(part, policy, clock, progress, context));
        }
    }

    /**
     * Starts all parts and returns when they are ready.
     *
     * @throws PlatformException as soon as one of them fails; others may be running or starting by then
     */
    void start() {
        Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        for (Part part : parts) {
            CompletableFuture<?>[] before =
                    part.dependencies().stream().map(started::get).toArray(CompletableFuture[]::new);
            CompletableFuture<Void> start =
                    CompletableFuture.allOf(before).thenRunAsync(supervisor(part)::begin, Thread::startVirtualThread);
            start.whenComplete((ignored, failure) -> {
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

    /** Restarts one part; the future returns how long the start took, or fails with the reason. */
    CompletableFuture<Duration> restart(String name) {
        PartSupervisor supervisor = supervisors.get(name);
        return supervisor == null
                ? CompletableFuture.failedFuture(new PlatformException("There is no part '" + name + "'."))
                : supervisor.restart();
    }

    /** Stops all running parts concurrently, each after the parts that depend on it. */
    void stop() {
        Map<String, CompletableFuture<Void>> ended = new LinkedHashMap<>();
        // parts are listed after their dependencies
        for (Part part : parts.reversed()) {
            List<CompletableFuture<Void>> dependents = new ArrayList<>();
            for (Part other : parts) {
                if (other.dependencies().contains(part.name())) {
                    dependents.add(ended.get(other.name()));
                }
            }
            ended.put(
                    part.name(),
                    CompletableFuture.allOf(dependents.toArray(CompletableFuture[]::new))
                            .thenRunAsync(supervisor(part)::stop, Thread::startVirtualThread));
        }
        CompletableFuture.allOf(ended.values().toArray(CompletableFuture[]::new))
                .join();
    }

    private PartSupervisor supervisor(Part part) {
        @Nullable PartSupervisor supervisor = supervisors.get(part.name());
        if (supervisor == null) {
            throw new IllegalArgumentException("not a part of this platform: " + part.name());
        }
        return supervisor;
    }

    private synchronized void wakeWaiting() {
        notifyAll();
    }

    /** Does not wait for a part that was given up: its dependents will report what is missing. */
    private synchronized void awaitReady(Part part) throws InterruptedException {
        while (part.dependencies().stream()
                .map(supervisors::get)
                .map(PartSupervisor::state)
                .anyMatch(state -> state != PartState.READY && state != PartState.GIVEN_UP)) {
            wait();
        }
    }
}
