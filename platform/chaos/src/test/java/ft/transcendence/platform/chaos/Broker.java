package ft.transcendence.platform.chaos;

import ft.transcendence.platform.servers.KafkaServer;
import ft.transcendence.platform.servers.KafkaServer.Settings;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The Kafka broker, which tests crash, restart and pause. */
final class Broker implements AutoCloseable {

    private final Workspace workspace;
    private final Settings settings;
    private KafkaServer server;

    Broker(Workspace workspace, Settings settings) {
        this.workspace = workspace;
        this.settings = settings;
        this.server = KafkaServer.start(workspace, settings);
    }

    String address() {
        return server.bootstrapServers();
    }

    void crash() {
        server.process().kill();
    }

    /** Restarts it with its data. */
    void start() {
        server = KafkaServer.start(workspace, settings);
    }

    /** Connections stay open, but get no responses until {@link #resume()}. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        server.process().kill();
    }

    private void signal(String signal) {
        try {
            int status = new ProcessBuilder(
                            "kill", "-" + signal, Long.toString(server.process().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("The broker did not get the signal " + signal);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
