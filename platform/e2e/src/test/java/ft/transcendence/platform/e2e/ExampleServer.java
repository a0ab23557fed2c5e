package ft.transcendence.platform.e2e;

import ft.transcendence.platform.servers.FreePorts;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of {@code docs/examples/game-server.mjs}. */
final class ExampleServer {

    private static final int PATIENCE_SECONDS = 60;

    private final ServerAccount account;
    private final Process process;
    private final Path log;

    private ExampleServer(ServerAccount account, Process process, Path log) {
        this.account = account;
        this.process = process;
        this.log = log;
    }

    /** Starts the example with this account on a free port. */
    static ExampleServer start(Platform platform, ServerAccount account) {
        try {
            Path log = Files.createTempFile("game-server", ".log");
            ProcessBuilder node = new ProcessBuilder("node", "docs/examples/game-server.mjs")
                    .directory(Workspace.locate().root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            node.environment()
                    .putAll(Map.of(
                            "GAME_SERVER_ID",
                            account.id(),
                            "GAME_SERVER_SECRET",
                            account.secret(),
                            "GATEWAY_URL",
                            platform.url(),
                            "ISSUER",
                            platform.keycloakUrl() + "/realms/transcendence",
                            "PUBLIC_URL",
                            "ws://localhost:" + FreePorts.pick(1).getFirst(),
                            "POINT_MS",
                            "300"));
            Process process = node.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ExampleServer(account, process, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ServerAccount account() {
        return account;
    }

    /** Asks it to stop when its matches have ended, and returns its exit status. */
    int stop() {
        process.destroy();
        return exitStatus(process);
    }

    /** What it printed. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean hasNode() {
        try {
            return exitStatus(new ProcessBuilder("node", "--version").start()) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static int exitStatus(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
