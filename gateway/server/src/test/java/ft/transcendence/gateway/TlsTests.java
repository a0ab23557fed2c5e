package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;

/** The gateway with a certificate of its own: HTTP/2 and HTTP/1.1 on one port. */
class TlsTests {
    private static final FakeSubgraph SUBGRAPH = new FakeSubgraph();
    private static final String ADA = "{\"data\":{\"player\":{\"name\":\"Ada\"}}}";
    private static final String QUERY = "{\"query\":\"{ player(id: 1) { name } }\"}";

    private static ConfigurableApplicationContext gateway;
    private static SSLContext trust;
    private static X509Certificate authority;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        X509Bundle certificate = new CertificateBuilder()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        Path chain = Files.writeString(folder.resolve("certificate.pem"), certificate.getCertificatePathPEM());
        Path key = Files.writeString(folder.resolve("key.pem"), certificate.getPrivateKeyPEM());
        gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_PLAYERS_URL", SUBGRAPH.url()),
                "server.ssl.certificate=" + chain.toUri(),
                "server.ssl.certificate-private-key=" + key.toUri(),
                "server.http2.enabled=true",
                "gateway.http.receive-timeout=1s",
                "gateway.http.allowed-origins=https://pong.example");
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificate.toKeyStore("secret".toCharArray()));
        authority = certificate.getCertificate();
        trust = SSLContext.getInstance("TLS");
        trust.init(null, trusted.getTrustManagers(), null);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        SUBGRAPH.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void respondsInBothVersions(Version version) throws Exception {
        SUBGRAPH.respondWith(call -> ADA);
        try (HttpClient client = client(version)) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> response = client.send(post(QUERY).build(), BodyHandlers.ofString());
                assertThat(response.version()).isEqualTo(version);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo(ADA);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void streamsInBothVersions(Version version) throws Exception {
        String event = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Ada\"}}}\n\n";
        SUBGRAPH.respondWith(
                (call, response) -> FakeSubgraph.events(response, Flux.just(event, "event: complete\ndata:\n\n")));
        try (HttpClient client = client(version)) {
            HttpResponse<String> response = client.send(
                    post("{\"query\":\"subscription { renamed { name } }\"}")
                            .header("accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(version);
            assertThat(response.body()).isEqualTo(":\n\n" + event + "event: complete\ndata:\n\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void allowsOriginsInBothVersions(Version version) throws Exception {
        try (HttpClient client = client(version)) {
            HttpResponse<String> response = client.send(
                    request("https")
                            .header("origin", "https://pong.example")
                            .header("access-control-request-method", "POST")
                            .method("OPTIONS", BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("access-control-allow-origin"))
                    .hasValue("https://pong.example");
        }
    }

    @Test
    void refusesABodyThatIsTooLargeOverHttp2() throws Exception {
        try (HttpClient client = client(Version.HTTP_2)) {
            HttpResponse<String> response =
                    client.send(post(" ".repeat(2 << 20)).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("REQUEST_TOO_LARGE");
        }
    }

    @Test
    void refusesABodyThatDoesNotArriveOverHttp2() throws Exception {
        Flux<ByteBuf> never =
                Flux.just(Unpooled.copiedBuffer("{", StandardCharsets.US_ASCII)).concatWith(Flux.never());
        Http2SslContextSpec trusting =
                Http2SslContextSpec.forClient().configure(builder -> builder.trustManager(authority));
        // unlike the JDK's, this client reads the response while it still sends
        Integer status = reactor.netty.http.client.HttpClient.create()
                .protocol(HttpProtocol.H2)
                .secure(tls -> tls.sslContext(trusting))
                .headers(headers -> headers.set("content-type", "application/json"))
                .post()
                .uri(address("https"))
                .send(never)
                .response()
                .map(response -> response.status().code())
                .block(Duration.ofSeconds(20));
        assertThat(status).isEqualTo(408);
    }

    @Test
    void opensAWebSocket() throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        try (HttpClient client = client(Version.HTTP_1_1)) {
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(address("wss"), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                            first.complete(text.toString());
                            return CompletableFuture.completedFuture(null);
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            socket.sendText("{\"type\":\"connection_init\"}", true);
            socket.request(1);
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("{\"type\":\"connection_ack\"}");
            socket.abort();
        }
    }

    private static HttpClient client(Version version) {
        return HttpClient.newBuilder().sslContext(trust).version(version).build();
    }

    private static HttpRequest.Builder post(String body) {
        return request("https").header("content-type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder request(String scheme) {
        return HttpRequest.newBuilder(address(scheme)).timeout(Duration.ofSeconds(20));
    }

    private static URI address(String scheme) {
        return URI.create(
                scheme + "://localhost:" + gateway.getEnvironment().getProperty("local.server.port") + "/graphql");
    }
}
