package ft.transcendence.gateway.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.RawServer.Peer;
import ft.transcendence.gateway.client.RawServer.Recorded;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets behind TLS, with a certificate for 127.0.0.1 that only the test trusts. */
@SuppressWarnings("NullAway.Init")
public abstract class TlsContract {
    private static final String PASSWORD = "password";
    private static KeyStore keys;

    private RawServer server;
    private @Nullable PostClient client;

    /** @param tls the client's trust; null for the Java runtime's */
    protected abstract PostClient client(ClientSettings settings, @Nullable SslContext tls);

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "subgraph",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=subgraph",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    @BeforeEach
    void startServer() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = new RawServer(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        server.close();
    }

    @Test
    void connectsToATrustedTarget() throws Exception {
        Recorded outcome = post("127.0.0.1", trusting());
        Peer peer = server.next();
        assertThat(peer.request()).endsWith("\r\n\r\n{}");
        peer.respond("secret");
        assertThat(outcome.get()).isEqualTo("200 secret");
    }

    @Test
    void sendsNothingToAnUntrustedTarget() throws Exception {
        Recorded outcome = post("127.0.0.1", null);
        Thread.ofVirtual().start(this::handshake);
        assertThat(outcome.get()).isEqualTo(Reason.NOT_CONNECTED);
    }

    @Test
    void sendsNothingToATargetWithAnotherName() throws Exception {
        Recorded outcome = post("localhost", trusting());
        Thread.ofVirtual().start(this::handshake);
        assertThat(outcome.get()).isEqualTo(Reason.NOT_CONNECTED);
    }

    @Test
    void timesOutATargetThatDoesNotCompleteTheHandshake() throws Exception {
        server.close();
        server = new RawServer();
        assertThat(post("127.0.0.1", trusting()).get()).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(server.connections()).isEqualTo(1);
    }

    private void handshake() {
        try {
            server.next().request();
        } catch (IOException | InterruptedException | AssertionError refused) {
            // the client's outcome is what counts
        }
    }

    private Recorded post(String host, @Nullable SslContext tls) {
        client = client(new ClientSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 10, 1_000), tls);
        Recorded outcome = new Recorded();
        client.target(URI.create("https://" + host + ":" + server.port() + "/"), Duration.ofSeconds(2))
                .post(ByteBuffer.wrap("{}".getBytes(UTF_8)), List.of(), outcome);
        return outcome;
    }

    private static SslContext trusting() throws Exception {
        return SslContextBuilder.forClient()
                .endpointIdentificationAlgorithm("HTTPS")
                .trustManager((X509Certificate) keys.getCertificate("subgraph"))
                .build();
    }
}
