package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.sample.SampleSubgraph.Followed;
import ft.transcendence.subgraph.sample.SampleSubgraph.Thing;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Sinks;

/** The memory used by an idle stream on a real server. */
@SubgraphTest
class EventStreamWeightTests {

    private static final int STREAMS = 200;

    /** In bytes. Tomcat's buffers of an unfinished request take 96,000. */
    private static final long LIMIT = 16_000;

    private final String id = "heavy " + UUID.randomUUID();
    private final Sinks.Many<Thing> thing = Followed.thing(id);
    private final List<Socket> clients = new ArrayList<>();

    @LocalServerPort
    private int port;

    @AfterEach
    void leave() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void takesATenthOfTheMemoryOfARequest() throws IOException {
        follow(50);
        long before = heap();

        follow(STREAMS);

        assertThat((heap() - before) / STREAMS).isLessThan(LIMIT);
    }

    /** Opens streams and waits for the first event of each. */
    private void follow(int streams) throws IOException {
        String body = "{\"query\":\"subscription { thingChanged(id: \\\"%s\\\") { id name batch } }\"}".formatted(id);
        byte[] request = """
                POST /graphql HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Accept: text/event-stream
                X-Gateway-Credential: %s
                Content-Length: %d

                %s""".formatted(TestEnvironment.GATEWAY_CREDENTIAL, body.length(), body)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int number = 0; number < streams; number++) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
            clients.add(client);
            client.getOutputStream().write(request);
        }
        await().until(thing::currentSubscriberCount, followers -> followers == clients.size());
        thing.tryEmitNext(new Thing(id, "news")).orThrow();
        for (Socket client : clients) {
            readEvent(client);
        }
    }

    private static void readEvent(Socket client) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\"news\"") < 0) {
            text.append((char) client.getInputStream().read());
        }
    }

    /** The bytes in use after a garbage collection. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
