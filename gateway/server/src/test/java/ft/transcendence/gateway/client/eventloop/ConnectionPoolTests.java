package ft.transcendence.gateway.client.eventloop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.PostRequest;
import ft.transcendence.gateway.client.PostTarget;
import ft.transcendence.gateway.client.RawServer;
import ft.transcendence.gateway.client.RawServer.Peer;
import ft.transcendence.gateway.client.RawServer.Recorded;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.HttpResources;

/** Behaviour of the gateway's own client beyond the contract. All requests start on one event loop, and there is one connection. */
class ConnectionPoolTests {
    private final EventLoop loop = HttpResources.get().onClient(true).next();
    private final RawServer server = new RawServer();
    private final EventLoopPostClient client = new EventLoopPostClient(
            new ClientSettings(Duration.ofSeconds(10), Duration.ofMinutes(1), 1, 10_000), List.of());
    private final PostTarget target = client.target(server.address(), Duration.ofSeconds(10));

    ConnectionPoolTests() throws IOException {}

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void skipsInterimResponses() throws Exception {
        Recorded outcome = post("1");
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n");
        peer.respond("hello");
        assertThat(outcome.get()).isEqualTo("200 hello");
    }

    @Test
    void discardsAConnectionWithSurplusBytesAfterTheResponse() throws Exception {
        Recorded first = post("1");
        Recorded waiting = post("2");
        Peer peer = server.next();
        peer.request();
        String start = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\na";
        peer.send(start + "1" + start + "2");
        assertThat(first.get()).isEqualTo("200 a1");
        assertThat(peer.isClosedByClient()).isTrue();
        Peer other = server.next();
        other.request();
        other.respond("right");
        assertThat(waiting.get()).isEqualTo("200 right");
    }

    @Test
    void closesAConnectionOnUnsolicitedBytes() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        peer.respond("a1");
        first.get();
        peer.send("HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n");
        assertThat(peer.isClosedByClient()).isTrue();
        respondsOnANewConnection();
    }

    @Test
    void neverSendsARequestThatWasCancelledWhileWaiting() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        Recorded cancelled = new Recorded();
        PostRequest second =
                loop.submit(() -> target.post(body("2"), List.of(), cancelled)).get();
        Recorded third = post("3");
        loop.submit(second::cancel).get();
        peer.respond("a1");
        first.get();
        assertThat(peer.request()).endsWith("3");
        peer.respond("a3");
        assertThat(third.get()).isEqualTo("200 a3");
        assertThat(cancelled.getNow()).isNull();
    }

    @Test
    void keepsTheConnectionOfARequestThatWasCancelledWhileConnecting() throws Exception {
        Recorded cancelled = new Recorded();
        loop.submit(() -> target.post(body("1"), List.of(), cancelled).cancel()).get();
        Recorded second = post("2");
        Peer peer = server.next();
        assertThat(peer.request()).endsWith("2");
        peer.respond("a2");
        assertThat(second.get()).isEqualTo("200 a2");
        assertThat(server.connections()).isEqualTo(1);
        assertThat(cancelled.getNow()).isNull();
    }

    private void respondsOnANewConnection() throws Exception {
        int before = server.connections();
        Recorded outcome = post("new");
        Peer peer = server.next();
        peer.request();
        peer.respond("fresh");
        assertThat(outcome.get()).isEqualTo("200 fresh");
        assertThat(server.connections()).isEqualTo(before + 1);
    }

    private Recorded post(String text) throws Exception {
        Recorded outcome = new Recorded();
        loop.submit(() -> target.post(body(text), List.of(), outcome)).get();
        return outcome;
    }

    private static ByteBuffer body(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
