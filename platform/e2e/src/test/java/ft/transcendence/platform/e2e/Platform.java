package ft.transcendence.platform.e2e;

import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A platform for this test run, started and stopped with the commands that users run. */
final class Platform implements AutoCloseable {

    private static final int PORTS = 11;

    private final Path root;
    private final int port;
    private final SpanCollector collector = new SpanCollector();
    private boolean ours;

    private Platform(Path root, int port, boolean ours) {
        this.root = root;
        this.port = port;
        this.ours = ours;
    }

    /**
     * Starts a platform on free ports, without demo data. While writing tests you can use one that is already running:
     * {@code -Dtranscend.e2e.port=8080}.
     */
    static Platform start() {
        Integer running = Integer.getInteger("transcend.e2e.port");
        if (running != null) {
            return new Platform(Workspace.locate().root(), running, false);
        }
        Platform platform = new Platform(Workspace.locate().root(), freeBase(), true);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        String output = platform.command(0, "up", "--detach", "--no-seed");
        System.out.println(output);
        platform.requireNoComplaints("start", Map.of());
        return platform;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    String keycloakUrl() {
        return "http://localhost:" + (port + 1);
    }

    String fortyTwoUrl() {
        return "http://localhost:" + (port + 4);
    }

    String usersUrl() {
        return "http://127.0.0.1:" + (port + 2);
    }

    String matchesUrl() {
        return "http://127.0.0.1:" + (port + 3);
    }

    int kafkaPort() {
        return port + 5;
    }

    int usersDatabasePort() {
        return port + 7;
    }

    int matchesDatabasePort() {
        return port + 8;
    }

    /** The spans of a trace that all servers have sent, each as {@code service: name}. */
    List<String> spansOf(String trace) {
        return collector.spansOf(trace);
    }

    /** An access token of a seeded player. */
    String playerToken(String username) {
        return command(0, "token", username).strip();
    }

    /** An access token of the game server's account. */
    String gameServerToken() {
        return command(0, "token", "--service", "game-server").strip();
    }

    /** A secret that this platform created. */
    String secret(String purpose) {
        return secrets().getProperty(purpose);
    }

    private List<String> allSecrets() {
        return secrets().values().stream().map(String::valueOf).toList();
    }

    private Properties secrets() {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(home().resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return secrets;
    }

    /** Runs a command of the launcher for this platform and returns what it printed. */
    String command(int expectedStatus, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                root.resolve("platform/launcher/target/launcher.jar").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port", Integer.toString(port)));
        try {
            Path output = Files.createTempFile("transcend", ".out");
            ProcessBuilder launcher = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // tests log in at the fake 42, whatever their environment contains
            launcher.environment().keySet().removeIf(name -> name.startsWith("FORTYTWO_"));
            // only operations whose client says so are traced
            launcher.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
            launcher.environment().put("TRACING_SAMPLING", "0");
            Process process = launcher.start();
            if (!process.waitFor(6, TimeUnit.MINUTES)) {
                process.destroy();
            }
            String text = Files.readString(output);
            Files.delete(output);
            if (process.waitFor() != expectedStatus) {
                throw new AssertionError(
                        String.join(" ", arguments) + " ended with " + process.exitValue() + ":\n" + text);
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** After a clean start or stop no server may have logged warnings. */
    private void requireNoComplaints(String ofWhat, Map<String, Integer> before) {
        List<String> warnings = logs().warningsAfter(before);
        if (!warnings.isEmpty()) {
            throw new AssertionError(
                    "servers logged warnings during a clean " + ofWhat + ":\n" + String.join("\n", warnings));
        }
    }

    ServerLogs logs() {
        return new ServerLogs(home().resolve("logs"));
    }

    /**
     * Stops the platform, checks that it left no process, no warning about the stop and no secret in its logs, and deletes its data.
     */
    @Override
    public synchronized void close() {
        if (!ours) {
            return;
        }
        ours = false;
        List<ProcessHandle> before = processes();
        Map<String, Integer> lengths = logs().lengths();
        command(0, "down");
        List<String> left = before.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse("process " + process.pid()))
                .toList();
        if (!left.isEmpty()) {
            throw new AssertionError("`down` left processes running: " + left);
        }
        command(1, "status");
        collector.close();
        requireNoComplaints("stop", lengths);
        List<String> leaks = logs().leaks(allSecrets());
        if (!leaks.isEmpty()) {
            throw new AssertionError("tokens or secrets are in the logs, which are kept for inspection: " + leaks);
        }
        command(0, "reset");
        if (Files.exists(home())) {
            throw new AssertionError("`reset` left " + home());
        }
    }

    private Path home() {
        return root.resolve(".transcend").resolve(Integer.toString(port));
    }

    private List<ProcessHandle> processes() {
        Properties running = new Properties();
        if (Files.notExists(home().resolve("running.properties"))) {
            return List.of();
        }
        try (var reader = Files.newBufferedReader(home().resolve("running.properties"))) {
            running.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return running.values().stream()
                .map(String::valueOf)
                .filter(value -> value.matches("\\d+@.*"))
                .map(value -> Long.parseLong(value.substring(0, value.indexOf('@'))))
                .flatMap(id -> ProcessHandle.of(id).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }

    /** Below the range of ports for outgoing connections. */
    private static int freeBase() {
        Random random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = 15_000 + random.nextInt(1_500) * PORTS;
            if (areFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("There are no eleven consecutive free ports");
    }

    private static boolean areFree(int base) {
        for (int offset = 0; offset < PORTS; offset++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + offset));
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
