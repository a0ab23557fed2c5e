package ft.transcendence.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.RawServer.Peer;
import ft.transcendence.gateway.client.RawServer.Recorded;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which connection a request gets. */
public abstract class ConnectionContract extends ConnectionFixture {

    protected ConnectionContract() throws IOException {}

    @Test
    void reusesAConnection() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        for (int i = 1; i <= 3; i++) {
            assertThat(peer.request()).endsWith("\r\n\r\n" + i);
            peer.respond("a" + i);
            assertThat(first.get()).isEqualTo("200 a" + i);
            first = post(Integer.toString(i + 1));
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void sendsTheNextRequestFromACallback() throws Exception {
        Recorded second = new Recorded();
        target.post(body("1"), List.of(), new PostCallback() {
            @Override
            public void onResponse(int status, HttpHeaders headers, byte[] body) {
                target.post(body("2"), List.of(), second);
            }

            @Override
            public void onFailure(PostFailedException failure) {
                second.onFailure(failure);
            }
        });
        Peer peer = server.next();
        peer.request();
        peer.respond("a1");
        assertThat(peer.request()).endsWith("2");
        peer.respond("a2");
        assertThat(second.get()).isEqualTo("200 a2");
    }

    @Test
    void opensAnotherConnectionAfterConnectionClose() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
        assertThat(first.get()).isEqualTo("200 ");
        assertThat(peer.isClosedByClient()).isTrue();
        respondsOnANewConnection();
    }

    @Test
    void opensAnotherConnectionAfterAnHttp10Response() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n");
        assertThat(first.get()).isEqualTo("200 ");
        assertThat(peer.isClosedByClient()).isTrue();
        respondsOnANewConnection();
    }

    @Test
    void opensAnotherConnectionWhenTheIdleOneWasClosed() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        peer.respond("a1");
        first.get();
        peer.hangUp();
        respondsOnANewConnection();
    }

    @Test
    void doesNotReuseAConnectionThatEndsWithItsResponse() throws Exception {
        Recorded first = post("1");
        Recorded waiting = post("2");
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.1 200 OK\r\n\r\na1");
        peer.close();
        assertThat(first.get()).isEqualTo("200 a1");
        Peer other = server.next();
        other.request();
        other.respond("a2");
        assertThat(waiting.get()).isEqualTo("200 a2");
    }

    @Test
    void queuesRequestsAndRefusesThoseBeyondTheLimit() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        Recorded second = post("2");
        Recorded third = post("3");
        assertThat(post("4").get()).isEqualTo(Reason.NO_CONNECTION_FREE);
        peer.respond("a1");
        assertThat(first.get()).isEqualTo("200 a1");
        assertThat(peer.request()).endsWith("2");
        peer.respond("a2");
        assertThat(second.get()).isEqualTo("200 a2");
        assertThat(peer.request()).endsWith("3");
        peer.respond("a3");
        assertThat(third.get()).isEqualTo("200 a3");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void replacesALostConnectionForWaitingRequests() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        Recorded second = post("2");
        peer.close();
        assertThat(first.get()).isEqualTo(Reason.BROKEN_OFF);
        Peer other = server.next();
        other.request();
        other.respond("a2");
        assertThat(second.get()).isEqualTo("200 a2");
    }

    @Test
    void failsWaitingRequestsWhenTheTargetIsUnreachable() throws Exception {
        Recorded first = post("1");
        Peer peer = server.next();
        peer.request();
        Recorded second = post("2");
        Recorded third = post("3");
        server.close();
        assertThat(first.get()).isEqualTo(Reason.BROKEN_OFF);
        assertThat(second.get()).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(third.get()).isEqualTo(Reason.NOT_CONNECTED);
    }

    @Test
    void timesOutASilentTargetAndClosesTheConnection() throws Exception {
        Recorded outcome = new Recorded();
        client.target(server.address(), Duration.ofMillis(200)).post(body("1"), List.of(), outcome);
        Peer peer = server.next();
        peer.request();
        assertThat(outcome.get()).isEqualTo(Reason.TIMED_OUT);
        assertThat(peer.isClosedByClient()).isTrue();
    }

    @Test
    void closesTheConnectionOfACancelledRequest() throws Exception {
        Recorded outcome = new Recorded();
        PostRequest post =
                loop.submit(() -> target.post(body("1"), List.of(), outcome)).get();
        Peer peer = server.next();
        peer.request();
        post.cancel();
        assertThat(peer.isClosedByClient()).isTrue();
        respondsOnANewConnection();
        assertThat(outcome.getNow()).isNull();
    }

    @Test
    void closedClientFailsRequestsInFlightAndNewOnes() throws Exception {
        Recorded first = post("1");
        server.next().request();
        Recorded second = post("2");
        client.close();
        assertThat(second.get()).isEqualTo(Reason.CLOSED);
        assertThat(first.get()).isEqualTo(Reason.BROKEN_OFF);
        assertThat(post("3").get()).isEqualTo(Reason.CLOSED);
    }
}
