package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.ServerProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Supervises one part: starts it, probes its liveness, and restarts it when it exits, stops answering, or when a restart is requested. A
 * thread of its own does all of this sequentially.
 */
final class PartSupervisor {

    /** What the supervisor of a part needs from the platform. */
    interface Context {

        /** Reports every change of the part. */
        void changed(PartReport report);

        /** Waits until each dependency of {@code part} is ready or has been given up. */
        void awaitDependencies(Part part) throws InterruptedException;
    }

    private sealed interface Event {
        /** The process has exited. */
        record Exited(ServerProcess process) implements Event {}

        /** A command requested a restart. */
        record Restart(CompletableFuture<Duration> result) implements Event {}
    }

    private final Part part;
    private final RestartPolicy policy;
    private final InstantSource clock;
    private final Progress progress;
    private final Context context;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private volatile PartState state = PartState.WAITING;
    private volatile @Nullable ServerProcess process;
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    // used only by the supervising thread
    private Instant readySince = Instant.MIN;
    private int consecutiveFailures;
    private int restarts;
    private String lastEnd = "";

    PartSupervisor(Part part, RestartPolicy policy, InstantSource clock, Progress progress, Context context) {
        this.part = part;
        this.policy = policy;
        this.clock = clock;
        this.progress = progress;
        this.context = context;
    }

    PartState state() {
        return state;
    }

    /**
     * Starts the part for the first time and supervises it from then on.
     *
     * @throws RuntimeException when the part does not become ready; this first start is not retried
     */
    void begin() {
        progress.starting(part.name());
        try {
            progress.ready(part.name(), start());
        } catch (RuntimeException failure) {
            progress.failed(part.name());
            throw failure;
        }
        synchronized (this) {
            if (!stopped) {
                thread = Thread.ofVirtual().name("supervise " + part.name()).start(this::supervise);
            }
        }
    }

    /** Requests a restart; the future returns how long the start took, or fails with the reason. */
    CompletableFuture<Duration> restart() {
        CompletableFuture<Duration> result = new CompletableFuture<>();
        events.add(new Event.Restart(result));
        return result;
    }

    /** Stops the part for good and returns when it has ended. */
    void stop() {
        Thread supervising;
        synchronized (this) {
            stopped = true;
            supervising = thread;
        }
        if (supervising != null) {
            supervising.interrupt();
            join(supervising);
        }
        ServerProcess running = process;
        if (running != null) {
            to(PartState.STOPPING);
            running.close();
            progress.stopped(part.name());
        }
    }

    private void supervise() {
        try {
            while (true) {
                Optional<Event.Restart> request = awaitEndOrRestart();
                startAgain(request);
            }
        } catch (InterruptedException stop) {
            // stop() continues from here
        }
    }

    /** Returns a requested restart, or nothing when the part exited or stopped answering. */
    private Optional<Event.Restart> awaitEndOrRestart() throws InterruptedException {
        int failedProbes = 0;
        while (true) {
            switch (events.poll(policy.probeInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                case null -> {
                    failedProbes = part.liveness().succeeds() ? 0 : failedProbes + 1;
                    if (failedProbes >= policy.failureThreshold()) {
                        kill();
                        exited("failed " + failedProbes + " liveness probes in a row and was killed");
                        return Optional.empty();
                    }
                }
                case Event.Exited(ServerProcess exitedProcess) -> {
                    if (exitedProcess == process) {
                        exited(exitedProcess.exitReason());
                        return Optional.empty();
                    }
                }
                case Event.Restart request -> {
                    return Optional.of(request);
                }
            }
        }
    }

    private void startAgain(Optional<Event.Restart> first) throws InterruptedException {
        Optional<Event.Restart> request = first;
        while (true) {
            if (request.isPresent()) {
                consecutiveFailures = 0;
                close();
            } else {
                request = backOff();
            }
            try {
                to(PartState.WAITING);
                context.awaitDependencies(part);
                restarts++;
                progress.starting(part.name());
                Duration took = start();
                progress.readyAgain(part.name(), took, restarts);
                request.ifPresent(granted -> granted.result().complete(took));
                return;
            } catch (RuntimeException failure) {
                if (stopped) {
                    throw new InterruptedException();
                }
                request.ifPresent(refused -> refused.result().completeExceptionally(failure));
                request = Optional.empty();
                readySince = clock.instant();
                exited("could not be started: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                                .replaceFirst("\\.$", ""));
            }
        }
    }

    /** Waits before the next start; a request ends the waiting. */
    private Optional<Event.Restart> backOff() throws InterruptedException {
        Optional<Duration> delay = policy.delayAfter(consecutiveFailures);
        if (delay.isPresent()) {
            progress.exitedUnexpectedly(part.name(), lastEnd, delay.get());
            to(PartState.BACKING_OFF);
            return nextRestart(clock.instant().plus(delay.get()));
        }
        progress.givenUp(part.name(), lastEnd, consecutiveFailures);
        to(PartState.GIVEN_UP);
        Optional<Event.Restart> request = nextRestart(Instant.MAX);
        consecutiveFailures = 0;
        return request;
    }

    private Optional<Event.Restart> nextRestart(Instant deadline) throws InterruptedException {
        while (true) {
            Event event = deadline.equals(Instant.MAX)
                    ? events.take()
                    : events.poll(clock.instant().until(deadline, ChronoUnit.MILLIS), TimeUnit.MILLISECONDS);
            switch (event) {
                case null -> {
                    return Optional.empty();
                }
                case Event.Restart request -> {
                    return Optional.of(request);
                }
                // a process whose exit has been handled
                case Event.Exited old -> {}
            }
        }
    }

    private Duration start() {
        to(PartState.STARTING);
        Instant begin = clock.instant();
        ServerProcess started = part.start().get();
        process = started;
        readySince = clock.instant();
        started.whenEnded(() -> events.add(new Event.Exited(started)));
        to(PartState.READY);
        return Duration.between(begin, readySince);
    }

    private void exited(String how) {
        process = null;
        consecutiveFailures =
                policy.consecutiveFailures(consecutiveFailures, Duration.between(readySince, clock.instant()));
        lastEnd = how;
    }

    private void kill() {
        ServerProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    private void close() {
        ServerProcess running = process;
        if (running != null) {
            to(PartState.STOPPING);
            running.close();
            process = null;
        }
    }

    private void to(PartState next) {
        state = next;
        ServerProcess running = process;
        Optional<ProcessHandle> handle = running == null
                ? Optional.empty()
                : ProcessHandle.of(running.pid()).filter(ProcessHandle::isAlive);
        context.changed(new PartReport(part.name(), next, handle, restarts, lastEnd));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
