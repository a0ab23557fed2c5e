package ft.transcendence.platform.servers.testing;

import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;

/**
 * Real servers for integration tests: one PostgreSQL, one Kafka broker and one Keycloak per test JVM, each started on first use and
 * stopped with the JVM. PostgreSQL and Kafka are containers if a Docker engine is available, otherwise local processes. Keycloak is
 * always a local process, because our realm is under test. What is used is printed once.
 */
public final class TestServers {

    private TestServers() {}

    private static final class Docker {
        private static final boolean AVAILABLE = isAvailable();

        /** Tries Testcontainers only if an engine may exist: without one, its search fills the log with errors. */
        private static boolean isAvailable() {
            boolean conceivable = System.getenv("DOCKER_HOST") != null
                    || Files.exists(Path.of("/var/run/docker.sock"))
                    || Files.exists(Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"));
            return conceivable && DockerClientFactory.instance().isDockerAvailable();
        }
    }

    private static final class Postgres {
        private static final TestPostgres SHARED =
                started("PostgreSQL", Docker.AVAILABLE ? TestPostgres::container : TestPostgres::embedded);
    }

    private static final class Kafka {
        private static final TestKafka SHARED =
                started("Kafka", Docker.AVAILABLE ? TestKafka::container : TestKafka::embedded);
    }

    private static final class Keycloak {
        private static final TestKeycloak SHARED = started("Keycloak", TestKeycloak::embedded);
    }

    private static final class Folder {
        private static final Path SHARED = create();

        private static Path create() {
            try {
                return Files.createTempDirectory("transcendence-test-servers-");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The shared PostgreSQL server; create a database per test on it. */
    public static TestPostgres postgres() {
        return Postgres.SHARED;
    }

    /** The shared Kafka broker; it does not create topics automatically. */
    public static TestKafka kafka() {
        return Kafka.SHARED;
    }

    /** The shared Keycloak with the realm {@code transcendence} and its local players. */
    public static TestKeycloak keycloak() {
        return Keycloak.SHARED;
    }

    /**
     * Lets the servers outlive the applications that use them: without its broker, an application takes half a minute to stop.
     *
     * @param atTheEnd receives the action to run after the applications have stopped
     */
    public static void stopBy(Consumer<Runnable> atTheEnd) {
        EmbeddedServers.stopBy(atTheEnd);
    }

    /** A folder for the servers of this JVM, in the system's temporary folder. */
    static Path folder() {
        return Folder.SHARED;
    }

    static Workspace workspace() {
        return Workspace.locate();
    }

    private interface Start<T> {
        T start();
    }

    @SuppressWarnings("SystemOut") // belongs in the build output regardless of logging settings
    private static <T> T started(String name, Start<T> start) {
        long begin = System.nanoTime();
        T server = start.start();
        long milliseconds = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        System.out.printf("[test servers] %s: %s, started in %.1f s%n", name, server, milliseconds / 1000.0);
        return server;
    }
}
