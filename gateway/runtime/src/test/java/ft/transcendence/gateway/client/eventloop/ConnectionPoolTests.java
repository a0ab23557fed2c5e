package ft.transcendence.gateway.client.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.ConnectionFixture;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.PostRequest;
import ft.transcendence.gateway.client.RawServer.Peer;
import ft.transcendence.gateway.client.RawServer.Recorded;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gateway's own client does beyond the contract. */
class ConnectionPoolTests extends ConnectionFixture {

    ConnectionPoolTests() throws IOException {}

    @Override
    protected PostClient client(ClientSettings settings, List<Header> headers) {
        return new EventLoopPostClient(settings, headers, null);
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
        assertThat(loop.submit(target::connections).get()).satisfies(use -> {
            assertThat(use.open()).isEqualTo(1);
            assertThat(use.waiting()).isEqualTo(2);
            assertThat(use.waits()).isZero();
        });
        loop.submit(second::cancel).get();
        peer.respond("a1");
        first.get();
        assertThat(peer.request()).endsWith("3");
        peer.respond("a3");
        assertThat(third.get()).isEqualTo("200 a3");
        assertThat(cancelled.getNow()).isNull();
        assertThat(target.connections().waiting()).isZero();
        assertThat(target.connections().waits()).isEqualTo(2);
        assertThat(target.connections().waitedNanos()).isPositive();
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
}
