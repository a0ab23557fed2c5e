package ft.transcendence.gateway.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.RawServer.Peer;
import ft.transcendence.gateway.client.RawServer.Recorded;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages on one connection: every client writes and reads the same. */
public abstract class MessageContract {
    private static final int MAX_RESPONSE = 10_000;

    private final RawServer server = new RawServer();
    private final PostClient client = client(
            new ClientSettings(Duration.ofSeconds(10), Duration.ofSeconds(5), 10, MAX_RESPONSE),
            List.of(new Header("accept", "application/json")));
    private final PostTarget target = client.target(server.address(), Duration.ofSeconds(10));

    protected MessageContract() throws IOException {}

    protected abstract PostClient client(ClientSettings settings, List<Header> headers);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void sendsOneWellFormedRequest() throws Exception {
        ByteBuffer body = ByteBuffer.wrap("xx{\"query\":\"{é}\"}xx".getBytes(UTF_8));
        body.position(2).limit(body.limit() - 2);
        target.post(body, List.of(new Header("authorization", "Bearer ü")), new Recorded());
        String request = server.next().request();
        assertThat(request)
                .startsWith("POST /graphql?v=1 HTTP/1.1\r\n")
                .endsWith("\r\n\r\n{\"query\":\"{Ã©}\"}")
                .containsIgnoringCase("\r\nhost: 127.0.0.1:" + server.port() + "\r\n")
                .contains("\r\naccept: application/json\r\n", "\r\nauthorization: Bearer ü\r\n")
                .containsOnlyOnce("\r\ncontent-length: 16\r\n")
                .doesNotContainIgnoringCase("transfer-encoding", "accept-encoding");
        assertThat(body.remaining()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
                "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nx-trailer: 1\r\n\r\n",
            })
    void readsAResponseHoweverItIsFragmented(String response) throws Exception {
        for (int piece : List.of(1, 7, response.length())) {
            RawServer own = new RawServer();
            Recorded outcome = post(client.target(own.address(), Duration.ofSeconds(10)));
            Peer peer = own.next();
            peer.request();
            for (int from = 0; from < response.length(); from += piece) {
                peer.send(response.substring(from, Math.min(response.length(), from + piece)));
            }
            assertThat(outcome.get()).isEqualTo("200 hello");
            own.close();
        }
    }

    @Test
    void readsAResponseThatEndsWithTheConnection() throws Exception {
        Recorded outcome = post();
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.1 500 Oh\r\n\r\nhel");
        peer.send("lo");
        assertThat(outcome.getNow()).isNull();
        peer.close();
        assertThat(outcome.get()).isEqualTo("500 hello");
    }

    @Test
    void readsAResponseWithoutABody() throws Exception {
        Recorded outcome = post();
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(outcome.get()).isEqualTo("204 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\ncontent-len",
                "HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
            })
    void failsWhenTheConnectionEndsBeforeTheResponseDoes(String beginning) throws Exception {
        Recorded outcome = post();
        Peer peer = server.next();
        peer.request();
        peer.send(beginning);
        peer.close();
        assertThat(outcome.get()).isIn(Reason.BROKEN_OFF, Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example ESMTP\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnumber\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
            })
    void malformedResponseFailsAndClosesTheConnection(String response) throws Exception {
        Recorded outcome = post();
        Peer peer = server.next();
        peer.request();
        peer.send(response);
        assertThat(outcome.get()).isEqualTo(Reason.MALFORMED);
        assertThat(peer.isClosedByClient()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length: 10001\r\n\r\n", "transfer-encoding: chunked\r\n\r\n2711\r\n"})
    void tooLongResponseFailsAndClosesTheConnection(String length) throws Exception {
        Recorded outcome = post();
        Peer peer = server.next();
        peer.request();
        peer.send("HTTP/1.1 200 OK\r\n" + length + "x".repeat(length.startsWith("c") ? 10 : MAX_RESPONSE + 1));
        assertThat(outcome.get()).isEqualTo(Reason.TOO_LONG);
        assertThat(peer.isClosedByClient()).isTrue();
    }

    @Test
    void acceptsAResponseBeforeTheWholeRequestIsRead() throws Exception {
        Recorded outcome = new Recorded();
        target.post(ByteBuffer.allocate(20_000_000), List.of(), outcome);
        server.next().send("HTTP/1.1 413 Content Too Large\r\nconnection: close\r\ncontent-length: 2\r\n\r\nno");
        assertThat(outcome.get()).isEqualTo("413 no");
    }

    @Test
    void resolvesATargetsName() throws Exception {
        URI byName = URI.create("http://localhost:" + server.port());
        Recorded outcome = post(client.target(byName, Duration.ofSeconds(10)));
        Peer peer = server.next();
        assertThat(peer.request())
                .startsWith("POST / HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nhost: localhost:" + server.port() + "\r\n");
        peer.respond("hi");
        assertThat(outcome.get()).isEqualTo("200 hi");
    }

    @Test
    void reportsARefusedConnection() throws Exception {
        server.close();
        assertThat(post().get()).isEqualTo(Reason.NOT_CONNECTED);
    }

    @Test
    void refusesAddressesThatAreNotHttp() {
        for (String address : List.of("ftp://127.0.0.1/", "/graphql", "http:///graphql", "localhost:80")) {
            assertThatThrownBy(() -> client.target(URI.create(address), Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(address);
        }
    }

    @Test
    void refusesHeaderInjectionWithoutRevealingValues() {
        assertThatThrownBy(() -> new Header("x", "a\r\nhost: other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Header("x: a\r\ny", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Header("authorization", "secret")).hasToString("authorization");
    }

    private Recorded post() {
        return post(target);
    }

    private static Recorded post(PostTarget to) {
        Recorded outcome = new Recorded();
        to.post(ByteBuffer.wrap("{}".getBytes(UTF_8)), List.of(), outcome);
        return outcome;
    }
}
