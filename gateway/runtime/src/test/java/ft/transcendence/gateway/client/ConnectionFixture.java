package ft.transcendence.gateway.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.RawServer.Peer;
import ft.transcendence.gateway.client.RawServer.Recorded;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import reactor.netty.http.HttpResources;

/** One connection to a server of the test. All requests start on one event loop. */
public abstract class ConnectionFixture {
    protected final EventLoop loop = HttpResources.get().onClient(true).next();
    protected final RawServer server = new RawServer();
    protected final PostClient client =
            client(new ClientSettings(Duration.ofSeconds(10), Duration.ofMinutes(1), 1, 10_000), List.of());
    protected final PostTarget target = client.target(server.address(), Duration.ofSeconds(10));

    protected ConnectionFixture() throws IOException {}

    protected abstract PostClient client(ClientSettings settings, List<Header> headers);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    protected void respondsOnANewConnection() throws Exception {
        int before = server.connections();
        Recorded outcome = post("new");
        Peer peer = server.next();
        peer.request();
        peer.respond("fresh");
        assertThat(outcome.get()).isEqualTo("200 fresh");
        assertThat(server.connections()).isEqualTo(before + 1);
    }

    protected Recorded post(String text) throws Exception {
        Recorded outcome = new Recorded();
        loop.submit(() -> target.post(body(text), List.of(), outcome)).get();
        return outcome;
    }

    protected static ByteBuffer body(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
