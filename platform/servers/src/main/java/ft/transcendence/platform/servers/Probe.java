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

/** Asks a server whether it can work, the way its clients will. */
@FunctionalInterface
public interface Probe {

    /** Returns whether the server answers; a server that is still starting is no error. */
    boolean succeeds();

    /**
     * Waits until the server answers.
     *
     * @throws ServerStartException when the process ends first or {@code atMost} is over
     */
    default void await(ServerProcess process, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!succeeds()) {
            if (!process.isAlive()) {
                throw new ServerStartException(process.name(), "ended while starting.", process.log());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerStartException(
                        process.name(), "was not ready after " + atMost.toSeconds() + " seconds.", process.log());
            }
            pause();
        }
    }

    /** Ready when {@code url} answers 200. */
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

    /** Ready when both are. */
    default Probe and(Probe other) {
        return () -> succeeds() && other.succeeds();
    }

    /** Ready when a session can be opened. */
    static Probe jdbc(String url, String username, String password) {
        // whoever else holds the port may accept the connection and never answer
        String impatient = url + "?connectTimeout=2&socketTimeout=5";
        return () -> {
            try (var connection = DriverManager.getConnection(impatient, username, password)) {
                return connection.isValid(2);
            } catch (SQLException notYet) {
                return false;
            }
        };
    }

    /** Ready when a broker answers an ApiVersions request, the first one every Kafka client sends. */
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
            // asking costs a server that is busy starting more than waiting costs us
            Thread.sleep(250);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", interrupted);
        }
    }
}
