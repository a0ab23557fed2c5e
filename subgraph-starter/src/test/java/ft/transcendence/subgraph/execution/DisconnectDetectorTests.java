package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisconnectDetectorTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();
    private final CompletableFuture<Boolean> disconnectedAtFirst = new CompletableFuture<>();
    private final CompletableFuture<Boolean> disconnectedLater = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getEngine().getPipeline().addValve(new DisconnectDetectorValve());
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "work", new Work());
        context.addServletMappingDecoded("/*", "work");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** A servlet that runs until the client disconnects. */
    private final class Work extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            try {
                request.getInputStream().readAllBytes();
                DisconnectDetector detector =
                        (DisconnectDetector) Objects.requireNonNull(request.getAttribute(DisconnectDetector.ATTRIBUTE));
                disconnectedAtFirst.complete(detector.isDisconnected());
                closed.await();
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!detector.isDisconnected() && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                disconnectedLater.complete(detector.isDisconnected());
            } catch (Exception failure) {
                disconnectedLater.completeExceptionally(failure);
            }
        }
    }

    @Test
    void detectsADisconnectDuringTheRequest() throws Exception {
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
            client.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(disconnectedAtFirst.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isFalse();
        }
        closed.countDown();
        assertThat(disconnectedLater.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }
}
