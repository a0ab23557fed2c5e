package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The containers' health check, run against a process and a server of this test. */
@EnabledOnOs(OS.LINUX)
class HealthScriptTests {

    private static final int CHECKS = 6;

    @TempDir
    private Path folder;

    private final AtomicInteger ready = new AtomicInteger(200);
    private final AtomicInteger alive = new AtomicInteger(200);
    private HttpServer server;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        respond("/ready", ready);
        respond("/alive", alive);
        server.start();
        process = sleeper();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        process.destroyForcibly();
    }

    @Test
    void passesAReadyProcess() throws Exception {
        assertThat(check()).isZero();
    }

    @Test
    void toleratesAProcessThatWaitsForADependency() throws Exception {
        ready.set(503);
        for (int check = 0; check < 2 * CHECKS; check++) {
            assertThat(check()).isEqualTo(1);
        }
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void killsAProcessThatStoppedResponding() throws Exception {
        check();
        alive.set(503);
        for (int check = 1; check < CHECKS; check++) {
            assertThat(check()).isEqualTo(1);
            assertThat(process.isAlive()).isTrue();
        }

        check();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
    }

    @Test
    void countsOnlyConsecutiveFailures() throws Exception {
        for (int check = 0; check < 2 * CHECKS; check++) {
            alive.set(check % 2 == 0 ? 200 : 503);
            check();
        }
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void givesARestartedProcessTimeToStart() throws Exception {
        check();
        process.destroyForcibly().waitFor();
        process = sleeper();
        alive.set(503);

        for (int check = 0; check < 2 * CHECKS; check++) {
            assertThat(check()).isEqualTo(1);
        }

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void needsOnlyAConnectionWithoutAnHttpUrl() throws Exception {
        assertThat(run(Integer.toString(server.getAddress().getPort()))).isZero();
        server.stop(0);
        assertThat(run(Integer.toString(server.getAddress().getPort()))).isEqualTo(1);
    }

    private int check() throws IOException, InterruptedException {
        return run(Integer.toString(server.getAddress().getPort()), "/ready", "/alive");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                        Repository.ROOT.resolve("platform/containers/health").toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        script.command().addAll(List.of(arguments));
        script.environment().put("HEALTH_PROCESS", Long.toString(process.pid()));
        script.environment().put("HEALTH_NOTES", folder.resolve("notes").toString());
        return script.start().waitFor();
    }

    private void respond(String path, AtomicInteger status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }
}
