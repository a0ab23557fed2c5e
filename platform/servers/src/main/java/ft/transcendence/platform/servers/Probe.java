package ft.transcendence.platform.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A health check that uses a server the way its clients do. */
@FunctionalInterface
public interface Probe {

    /** Returns whether the server works; a server that is still starting is not an error. */
    boolean succeeds();

    /**
     * Waits until the probe succeeds.
     *
     * @throws ServerStartException when the process exits first or {@code atMost} has passed
     */
    default void await(ServerProcess process, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!succeeds()) {
            if (!process.isAlive()) {
                throw new ServerStartException(process.name(), "exited while starting.", process.log());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerStartException(
                        process.name(), "was not ready after " + atMost.toSeconds() + " seconds.", process.log());
            }
            pause();
        }
    }

    /** Succeeds if {@code url} returns 200. */
    static Probe http(URI url) {
        return () -> {
            try {
                HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
                connection.setConnectTimeout(1_000);
                connection.setReadTimeout(5_000);
                connection.setInstanceFollowRedirects(false);
                int status = connection.getResponseCode();
                connection.disconnect();
                return status == 200;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Succeeds if both do. */
    default Probe and(Probe other) {
        return () -> succeeds() && other.succeeds();
    }

    /** Succeeds if a connection can be opened. */
    static Probe jdbc(String url, String username, String password) {
        // another program on this port could accept the connection and never answer
        String withTimeouts = url + "?connectTimeout=2&socketTimeout=5";
        return () -> {
            try (var connection = DriverManager.getConnection(withTimeouts, username, password)) {
                return connection.isValid(2);
            } catch (SQLException notYet) {
                return false;
            }
        };
    }

    /** Succeeds if a broker answers an ApiVersions request, the first one that every Kafka client sends. */
    static Probe kafka(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                socket.setSoTimeout(5_000);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                short apiVersions = 18;
                int correlation = 42;
                out.writeInt(10); // bytes that follow
                out.writeShort(apiVersions);
                out.writeShort(0); // version of the request
                out.writeInt(correlation);
                out.writeShort(-1); // no client id
                out.flush();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readInt(); // bytes that follow
                return in.readInt() == correlation && in.readShort() == 0;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    private static void pause() {
        try {
            // frequent probes would slow down a server that is starting
            Thread.sleep(250);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", interrupted);
        }
    }
}
