package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.servers.JavaProgram;
import ft.transcendence.platform.servers.Probe;
import ft.transcendence.platform.servers.ProcessSpec;
import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import ft.transcendence.platform.servers.ServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes exit, hang and are restarted, with delays of milliseconds. */
class PlatformSupervisorTests {

    private static final Probe ALWAYS = () -> true;
    private static final RestartPolicy QUICK = new RestartPolicy(
            Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofDays(1), 3, Duration.ofMillis(5), 2);

    @TempDir
    private Path folder;

    private final StringWriter console = new StringWriter();
    private final BlockingQueue<ServerProcess> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<PartReport> reports = new LinkedBlockingQueue<>();
    private final List<PlatformSupervisor> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(PlatformSupervisor::stop);
    }

    @Test
    void restartsOnlyTheKilledPart() throws Exception {
        supervise(part("users", () -> sleeper("users"), ALWAYS), part("matches", () -> sleeper("matches"), ALWAYS));
        ServerProcess first = next();
        ServerProcess second = next();

        named("users", first, second).kill();

        assertThat(next().name()).isEqualTo("users");
        PartReport again = awaitReport("users", PartState.READY);
        assertThat(again.restarts()).isEqualTo(1);
        assertThat(again.lastEnd()).isEqualTo("was killed by signal 9");
        assertThat(named("matches", first, second).isAlive()).isTrue();
        assertThat(console.toString()).contains("users", "was killed by signal 9; restarting it");
    }

    @Test
    void restartsAJavaPartThatRanOutOfMemory() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        supervise(part(
                "matches", () -> starts.getAndIncrement() == 0 ? outOfMemory("matches") : sleeper("matches"), ALWAYS));

        assertThat(awaitReport("matches", PartState.BACKING_OFF).lastEnd()).isEqualTo("ran out of memory");
        assertThat(awaitReport("matches", PartState.READY).restarts()).isEqualTo(1);
    }

    @Test
    void killsAndRestartsAnUnresponsivePart() throws Exception {
        AtomicBoolean hangs = new AtomicBoolean();
        AtomicInteger starts = new AtomicInteger();
        supervise(part(
                "gateway",
                () -> {
                    hangs.set(starts.getAndIncrement() == 0);
                    return sleeper("gateway");
                },
                () -> !hangs.get()));
        ServerProcess hanging = next();

        next();

        assertThat(hanging.isAlive()).isFalse();
        assertThat(awaitReport("gateway", PartState.READY).lastEnd())
                .isEqualTo("failed 2 liveness probes in a row and was killed");
    }

    @Test
    void toleratesASingleFailedProbe() throws Exception {
        AtomicInteger probes = new AtomicInteger();
        BlockingQueue<Integer> probed = new LinkedBlockingQueue<>();
        supervise(part("kafka", () -> sleeper("kafka"), () -> {
            int number = probes.incrementAndGet();
            probed.add(number);
            return number % 2 == 0;
        }));
        ServerProcess process = next();

        for (int probe = 0; probe < 10; probe++) {
            assertThat(probed.poll(10, TimeUnit.SECONDS)).isNotNull();
        }

        assertThat(process.isAlive()).isTrue();
        assertThat(started).isEmpty();
    }

    @Test
    void givesUpAPartThatKeepsFailingUntilARestartIsRequested() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        PlatformSupervisor supervisor = supervise(
                part("users", () -> broken.get() ? failing("users") : sleeper("users"), ALWAYS),
                part("matches", () -> sleeper("matches"), ALWAYS));

        PartReport givenUp = awaitReport("users", PartState.GIVEN_UP);
        assertThat(givenUp.lastEnd()).isEqualTo("exited with status 7");
        assertThat(givenUp.restarts()).isEqualTo(2);
        assertThat(console.toString())
                .contains("GIVEN UP after 3 failures in a row", "./transcend logs users", "./transcend restart users");

        broken.set(false);
        supervisor.restart("users").get(20, TimeUnit.SECONDS);
        assertThat(awaitReport("users", PartState.READY).process()).isPresent();
    }

    @Test
    void countsFailedStartsAsFailures() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        supervise(part(
                "users",
                () -> {
                    if (starts.getAndIncrement() == 0) {
                        return failing("users");
                    }
                    throw new IllegalStateException("no space left\non this device");
                },
                ALWAYS));

        assertThat(awaitReport("users", PartState.GIVEN_UP).lastEnd()).isEqualTo("could not be started: no space left");
        assertThat(starts).hasValue(3);
    }

    @Test
    void restartsAPartOnRequestWithoutDelay() throws Exception {
        PlatformSupervisor supervisor = supervise(part("users", () -> sleeper("users"), ALWAYS));
        ServerProcess before = next();

        supervisor.restart("users").get(20, TimeUnit.SECONDS);

        assertThat(before.isAlive()).isFalse();
        assertThat(next().isAlive()).isTrue();
        assertThat(awaitReport("users", PartState.STOPPING).lastEnd()).isEmpty();
    }

    @Test
    void reportsAFailedRestartToTheRequester() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        PlatformSupervisor supervisor = supervise(part(
                "users",
                () -> {
                    if (starts.getAndIncrement() == 1) {
                        throw new IllegalStateException("the port is taken");
                    }
                    return sleeper("users");
                },
                ALWAYS));

        assertThatThrownBy(() -> supervisor.restart("users").get(20, TimeUnit.SECONDS))
                .hasMessageContaining("the port is taken");
        assertThatThrownBy(() -> supervisor.restart("usres").get(20, TimeUnit.SECONDS))
                .hasMessageContaining("no part 'usres'");
    }

    @Test
    void restartsAPartAfterItsDependenciesAreReady() throws Exception {
        BlockingQueue<Boolean> mayStart = new LinkedBlockingQueue<>(List.of(true));
        supervise(
                part(
                        "users_db",
                        () -> {
                            take(mayStart);
                            return sleeper("users_db");
                        },
                        ALWAYS),
                new Part("users", Set.of("users_db"), () -> sleeper("users"), ALWAYS));
        ServerProcess database = next();
        ServerProcess users = next();

        database.kill();
        awaitReport("users_db", PartState.STARTING, 1);
        users.kill();
        awaitReport("users", PartState.WAITING, 0);
        assertThat(started).isEmpty();

        mayStart.add(true);
        assertThat(next().name()).isEqualTo("users_db");
        assertThat(next().name()).isEqualTo("users");
    }

    @Test
    void failsWhenTheFirstStartOfAPartFails() {
        assertThatThrownBy(() -> supervise(part(
                        "users",
                        () -> {
                            throw new IllegalStateException("users exited while starting.");
                        },
                        ALWAYS)))
                .isInstanceOf(PlatformException.class)
                .hasMessage("users exited while starting.");
    }

    @Test
    void restartsNothingAfterStop() throws Exception {
        PlatformSupervisor supervisor = supervise(
                part("users_db", () -> sleeper("users_db"), ALWAYS),
                new Part("users", Set.of("users_db"), () -> sleeper("users"), ALWAYS));
        List<ServerProcess> both = List.of(next(), next());

        supervisor.stop();

        assertThat(both).noneMatch(ServerProcess::isAlive);
        assertThat(started).isEmpty();
        assertThat(console.toString().indexOf("users              stopped"))
                .isLessThan(console.toString().indexOf("users_db           stopped"));
    }

    private PlatformSupervisor supervise(Part... parts) {
        PlatformSupervisor supervisor = new PlatformSupervisor(
                List.of(parts), QUICK, InstantSource.system(), new Progress(new PrintWriter(console)), reports::add);
        running.add(supervisor);
        supervisor.start();
        return supervisor;
    }

    private static Part part(String name, Supplier<ServerProcess> start, Probe alive) {
        return new Part(name, Set.of(), start, alive);
    }

    private ServerProcess sleeper(String name) {
        return process(name, List.of("sleep", "600"));
    }

    private ServerProcess failing(String name) {
        return process(name, List.of("sh", "-c", "exit 7"));
    }

    private ServerProcess outOfMemory(String name) {
        return process(
                name,
                JavaProgram.withHeap(32)
                        .run(System.getProperty("java.class.path"), Hoarder.class.getName(), List.of()));
    }

    private ServerProcess process(String name, List<String> command) {
        ServerProcess process = ServerProcess.start(
                new ProcessSpec(name, command, Map.of(), folder.resolve(name + ".log"), StopSignal.TERM));
        started.add(process);
        return process;
    }

    private ServerProcess next() throws InterruptedException {
        ServerProcess process = started.poll(20, TimeUnit.SECONDS);
        assertThat(process).as("a process that was started").isNotNull();
        return process;
    }

    private static ServerProcess named(String name, ServerProcess... processes) {
        for (ServerProcess process : processes) {
            if (process.name().equals(name)) {
                return process;
            }
        }
        throw new AssertionError(name + " was not started");
    }

    /** The next unseen report of a part in this state that has exited or was restarted before. */
    private PartReport awaitReport(String part, PartState state) throws InterruptedException {
        return awaitReport(part, state, 0);
    }

    private PartReport awaitReport(String part, PartState state, int restarts) throws InterruptedException {
        while (true) {
            PartReport report = reports.poll(20, TimeUnit.SECONDS);
            assertThat(report).as(part + " " + state).isNotNull();
            boolean beginning = state == PartState.READY && report.restarts() == 0;
            if (report.name().equals(part) && report.state() == state && report.restarts() >= restarts && !beginning) {
                return report;
            }
        }
    }

    private static void take(BlockingQueue<Boolean> permits) {
        try {
            permits.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Retains everything it allocates, and survives when it cannot allocate more. */
    static final class Hoarder {

        private Hoarder() {}

        public static void main(String[] arguments) throws Exception {
            List<long[]> allocated = new ArrayList<>();
            while (true) {
                try {
                    allocated.add(new long[1 << 16]);
                } catch (OutOfMemoryError full) {
                    allocated.clear();
                    Thread.currentThread().join();
                }
            }
        }
    }
}
