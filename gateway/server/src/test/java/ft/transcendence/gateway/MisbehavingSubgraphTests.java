package ft.transcendence.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.RawServer;
import ft.transcendence.gateway.client.RawServer.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A subgraph that does what it should not costs one error with a code. */
@ParameterizedClass
@ValueSource(strings = {"event-loop", "reactor-netty"})
@SuppressWarnings("NullAway.Init")
class MisbehavingSubgraphTests {
    private static final int LONGEST_RESPONSE = 100_000;

    /** What a subgraph does, and the code that the client gets. */
    enum Misbehaviour {
        IS_SILENT("SUBREQUEST_TIMEOUT") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) {}
        },
        TRICKLES("SUBREQUEST_TIMEOUT") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
                timer.scheduleAtFixedRate(() -> sendByte(peer), 0, 50, TimeUnit.MILLISECONDS);
            }
        },
        ENDS_TOO_EARLY("SUBREQUEST_HTTP_ERROR") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"data\":");
                peer.close();
            }
        },
        NEVER_ENDS("SUBREQUEST_HTTP_ERROR") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
                while (true) {
                    peer.send("1000\r\n" + "x".repeat(0x1000) + "\r\n");
                }
            }
        },
        ANNOUNCES_TOO_MUCH("SUBREQUEST_HTTP_ERROR") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n{");
            }
        },
        SPEAKS_ANOTHER_PROTOCOL("SUBREQUEST_HTTP_ERROR") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                peer.send("SSH-2.0-OpenSSH_9.9\r\n\r\n");
            }
        },
        SENDS_HTML("SUBREQUEST_MALFORMED_RESPONSE") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                peer.send(
                        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: text/html\r\ncontent-length: 15\r\n\r\n<html>hi</html>");
            }
        },
        SENDS_HALF_A_DOCUMENT("SUBREQUEST_MALFORMED_RESPONSE") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                answer(peer, "{\"data\":{\"player\":{\"name\":\"A");
            }
        },
        SENDS_NOTHING("SUBREQUEST_MALFORMED_RESPONSE") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                answer(peer, "");
            }
        },
        SENDS_A_GZIP_BOMB("SUBREQUEST_HTTP_ERROR") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                answer(peer, gzip(" ".repeat(100 * LONGEST_RESPONSE)));
            }
        },
        SENDS_HALF_OF_GZIP("SUBREQUEST_HTTP_ERROR") {
            @Override
            void respond(Peer peer, ScheduledExecutorService timer) throws IOException {
                answer(peer, gzip("{\"data\":{}}").substring(0, 20));
            }
        };

        private final String code;

        Misbehaviour(String code) {
            this.code = code;
        }

        abstract void respond(Peer peer, ScheduledExecutorService timer) throws IOException;
    }

    private static RawServer subgraph;
    private static ScheduledExecutorService timer;
    private static ConfigurableApplicationContext gateway;

    @BeforeParameterizedClassInvocation
    static void start(String client) throws IOException {
        subgraph = new RawServer();
        timer = Executors.newSingleThreadScheduledExecutor();
        gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_PLAYERS_URL", subgraph.address().toString()),
                "gateway.subgraphs.client=" + client,
                "gateway.subgraphs.query-retries=0",
                "gateway.subgraphs.response-timeout=500ms",
                "gateway.subgraphs.max-response-size=" + LONGEST_RESPONSE + "B");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        timer.shutdownNow();
        gateway.close();
        subgraph.close();
    }

    MisbehavingSubgraphTests(String client) {}

    @ParameterizedTest
    @EnumSource
    void costsOneError(Misbehaviour misbehaviour) throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::query);
        Peer peer = subgraph.next();
        peer.request();
        Thread.ofVirtual().start(() -> {
            try {
                misbehaviour.respond(peer, timer);
            } catch (IOException closedByTheGateway) {
                // that is what it should do
            }
        });

        String body = answer.get(10, TimeUnit.SECONDS);
        assertThat(body)
                .startsWith("{\"data\":{\"player\":null},\"errors\":[")
                .contains("\"" + misbehaviour.code + "\"");
        assertThat(body.split("\"message\"")).hasSize(2);
    }

    @Test
    void understandsCompressedAnswers() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::query);
        Peer peer = subgraph.next();
        assertThat(peer.request()).doesNotContainIgnoringCase("accept-encoding");
        String zipped = gzip("{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        peer.send("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-encoding: gzip\r\ncontent-length: " + zipped.length()
                + "\r\n\r\n" + zipped);

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
    }

    private String query() {
        String port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        return GatewayTests.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("{\"query\":\"{ player(id: 1) { name } }\"}")))
                .body();
    }

    /** A response with status 200 on a connection that is not used again. */
    private static void answer(Peer peer, String body) throws IOException {
        peer.send("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void sendByte(Peer peer) {
        try {
            peer.send("x");
        } catch (IOException closed) {
            // ends the schedule
            throw new UncheckedIOException(closed);
        }
    }

    private static String gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toString(ISO_8859_1);
    }
}
