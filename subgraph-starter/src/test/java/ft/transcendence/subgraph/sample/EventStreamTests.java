package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.sample.SampleSubgraph.Followed;
import ft.transcendence.subgraph.sample.SampleSubgraph.Thing;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/** Subscriptions over server-sent events, on connections whose HTTP request has ended. */
@SubgraphTest
class EventStreamTests {

    private static final String FIELDS = "{ id name batch }";

    private final String id = "thing " + UUID.randomUUID();
    private final Sinks.Many<Thing> thing = Followed.thing(id);

    @LocalServerPort
    private int port;

    private TestGraphQL visitor;

    @BeforeEach
    void enter() {
        visitor = TestGraphQL.on(port);
    }

    @Test
    void sendsEachEventAndCompletes() {
        try (TestEventStream stream = follow(id)) {
            publish("first\nof all");
            assertThat(stream.next().at("/data/thingChanged/name").asString()).isEqualTo("first\nof all");
            publish("ünd \uD83C\uDFD3");
            assertThat(stream.next().at("/data/thingChanged/name").asString()).isEqualTo("ünd \uD83C\uDFD3");

            thing.tryEmitComplete();
            stream.awaitEnd();
        }
    }

    @Test
    void loadsDataAgainForEachEvent() {
        try (TestEventStream stream = follow(id)) {
            publish("first");
            int first = stream.next().at("/data/thingChanged/batch").asInt();
            publish("second");
            assertThat(stream.next().at("/data/thingChanged/batch").asInt()).isGreaterThan(first);
        }
    }

    @Test
    void fetchesTheFieldsOfEventsAsTheSubscriber() {
        String document = "subscription { thingChanged(id: \"" + id + "\") { follower } }";
        TestIdentity identity = TestIdentity.instance();
        try (TestEventStream ada =
                        visitor.as(identity.player(UUID.randomUUID(), "ada")).subscribe(document);
                TestEventStream grace =
                        visitor.as(identity.player(UUID.randomUUID(), "grace")).subscribe(document);
                TestEventStream server = visitor.as(identity.gameServer()).subscribe(document);
                TestEventStream stranger = visitor.subscribe(document)) {
            awaitFollowers(4);
            for (int event = 0; event < 2; event++) {
                publish("a secret");

                assertThat(ada.next().at("/data/thingChanged/follower").asString())
                        .isEqualTo("ada");
                assertThat(grace.next().at("/data/thingChanged/follower").asString())
                        .isEqualTo("grace");
                assertThat(server.next().at("/errors/0/extensions/code").asString())
                        .isEqualTo("FORBIDDEN");
                assertThat(stranger.next().at("/errors/0/extensions/code").asString())
                        .isEqualTo("UNAUTHENTICATED");
            }
        }
        assertThat(Caller.current())
                .as("the caller of the thread that published")
                .isEmpty();
    }

    @Test
    void sendsTheErrorThatEndsIt() {
        try (TestEventStream stream = follow(id)) {
            thing.tryEmitError(new IllegalStateException("SELECT password FROM secrets"));

            String end = stream.next().toString();
            assertThat(end).contains("INTERNAL_SERVER_ERROR").doesNotContain("secrets");
            stream.awaitEnd();
        }
    }

    @Test
    void sendsTheErrorThatRejectsIt() {
        try (TestEventStream stream = visitor.subscribe("subscription { thingChanged { id } }")) {
            assertThat(stream.next().at("/errors/0/message").asString()).contains("Missing field argument");
            stream.awaitEnd();
        }
    }

    @Test
    void sendsTheResultOfAQueryOnce() {
        try (TestEventStream stream = visitor.subscribe("{ hello }")) {
            assertThat(stream.next().at("/data/hello").asString()).isEqualTo("Hello stranger");
            stream.awaitEnd();
        }
    }

    @Test
    void sendsTheHeadOfTheResponseAtOnce() throws IOException {
        try (Socket client = connect("HTTP/1.1")) {
            String head = new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(head).isEqualTo("HTTP/1.1 200");
            awaitFollowers(1);

            publish("only");
            thing.tryEmitComplete();

            String rest = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rest)
                    .containsIgnoringCase("connection: close")
                    .containsIgnoringCase("content-type: text/event-stream")
                    .contains("event:next\ndata:{\"data\":{\"thingChanged\":")
                    .endsWith("event:complete\ndata:\n\n\r\n0\r\n\r\n");
        }
    }

    @Test
    void rejectsClientsWithoutChunkedTransferCoding() throws IOException {
        try (Socket client = connect("HTTP/1.0")) {
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 505");
        }
        assertThat(thing.currentSubscriberCount()).isZero();
    }

    @Test
    void endsWhenTheClientDisconnects() throws IOException {
        try (Socket client = connect("HTTP/1.1")) {
            awaitFollowers(1);
        }
        awaitFollowers(0);
    }

    @Test
    void doesNotDelayOthersForAStalledClient() throws IOException {
        String long_ = "x".repeat(100_000);
        try (Socket client = connect("HTTP/1.1")) {
            awaitFollowers(1);
            try (TestEventStream other = follow(id)) {
                awaitFollowers(2);
                for (int event = 0; event < 100; event++) {
                    publish(event + long_);
                    assertThat(other.next().at("/data/thingChanged/name").asString())
                            .startsWith(event + "x");
                }
            }
            // what the slow client did not accept was kept for it
            thing.tryEmitComplete();
            InputStream all = client.getInputStream();
            String text = new String(all.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("\"name\":\"0x")
                    .contains("\"name\":\"99x")
                    .endsWith("0\r\n\r\n");
        }
    }

    private TestEventStream follow(String thingId) {
        int before = thing.currentSubscriberCount();
        TestEventStream stream =
                visitor.subscribe("subscription { thingChanged(id: \"%s\") %s }".formatted(thingId, FIELDS));
        awaitFollowers(before + 1);
        return stream;
    }

    /** A client that does nothing on its own, not even read. */
    private Socket connect(String protocol) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(15_000);
        String body = "{\"query\":\"subscription { thingChanged(id: \\\"%s\\\") %s }\"}".formatted(id, FIELDS);
        String request = """
                POST /graphql %s
                Host: localhost
                Content-Type: application/json
                Accept: text/event-stream
                X-Gateway-Credential: %s
                Content-Length: %d

                %s""".formatted(protocol, TestEnvironment.GATEWAY_CREDENTIAL, body.length(), body);
        client.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return client;
    }

    private void publish(String event) {
        assertThat(thing.tryEmitNext(new Thing(id, event))).isEqualTo(EmitResult.OK);
    }

    private void awaitFollowers(int count) {
        await().until(thing::currentSubscriberCount, followers -> followers == count);
    }
}
