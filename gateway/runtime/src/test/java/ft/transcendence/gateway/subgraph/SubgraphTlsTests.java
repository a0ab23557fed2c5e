package ft.transcendence.gateway.subgraph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.adapter.JdkFlowAdapter;

/** Subgraphs with certificates of a private authority. */
@ParameterizedClass
@EnumSource(ClientImplementation.class)
@SuppressWarnings("NullAway.Init")
class SubgraphTlsTests {
    private static final ApplicationProtocolConfig BOTH = new ApplicationProtocolConfig(
            ApplicationProtocolConfig.Protocol.ALPN,
            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
            "h2",
            "http/1.1");
    private static X509Bundle authority;
    private static SslContext plain;
    private static SslContext mutual;

    @TempDir
    static Path folder;

    private final ClientImplementation implementation;
    private @Nullable FakeSubgraph subgraph;
    private @Nullable HttpSubgraphTransport transport;

    SubgraphTlsTests(ClientImplementation implementation) {
        this.implementation = implementation;
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = new CertificateBuilder()
                .ecp256()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        X509Bundle server = new CertificateBuilder()
                .ecp256()
                .subject("CN=subgraph")
                .addSanIpAddress("127.0.0.1")
                .buildIssuedBy(authority);
        X509Bundle gateway =
                new CertificateBuilder().ecp256().subject("CN=gateway").buildIssuedBy(authority);
        Files.writeString(file("ca"), authority.getCertificatePEM());
        Files.writeString(file("gateway"), gateway.getCertificatePathPEM());
        Files.writeString(file("key"), gateway.getPrivateKeyPEM());
        plain = SslContextBuilder.forServer(server.toKeyManagerFactory())
                .applicationProtocolConfig(BOTH)
                .build();
        mutual = SslContextBuilder.forServer(server.toKeyManagerFactory())
                .trustManager(authority.getCertificate())
                .clientAuth(ClientAuth.REQUIRE)
                .applicationProtocolConfig(BOTH)
                .build();
    }

    @AfterEach
    void close() {
        if (transport != null) {
            transport.stop();
        }
        if (subgraph != null) {
            subgraph.close();
        }
    }

    @Test
    void trustsAPrivateAuthority() throws Exception {
        open(plain, "tls.trusted-certificates=" + file("ca"));

        assertThat(send("127.0.0.1").status()).isEqualTo(200);
        assertThat(firstEvent()).isEqualTo(200);
        assertThat(requireNonNull(subgraph).calls().getFirst().headers().contains("x-http2-stream-id"))
                .isEqualTo(implementation == ClientImplementation.HTTP2);
    }

    @Test
    void trustsItForTheSubgraphThatNamesItOnly() {
        open(plain, "named.other.tls.trusted-certificates=" + file("ca"));

        assertThatThrownBy(() -> send("127.0.0.1")).hasCauseInstanceOf(SubgraphCallException.class);
        assertThatThrownBy(this::firstEvent).isInstanceOf(SubgraphCallException.class);
    }

    @Test
    void refusesACertificateForAnotherName() {
        open(plain, "tls.trusted-certificates=" + file("ca"));

        assertThatThrownBy(() -> send("localhost")).hasCauseInstanceOf(SubgraphCallException.class);
    }

    @Test
    void showsItsOwnCertificate() throws Exception {
        open(
                mutual,
                "tls.trusted-certificates=" + file("ca"),
                "tls.certificate=" + file("gateway"),
                "tls.private-key=" + file("key"));

        assertThat(send("127.0.0.1").status()).isEqualTo(200);
        assertThat(firstEvent()).isEqualTo(200);
    }

    @Test
    void isRefusedWithoutItsCertificate() {
        open(mutual, "tls.trusted-certificates=" + file("ca"));

        assertThatThrownBy(() -> send("127.0.0.1")).hasCauseInstanceOf(SubgraphCallException.class);
        assertThatThrownBy(this::firstEvent).isInstanceOf(SubgraphCallException.class);
    }

    @Test
    void doesNotStartWithFilesThatCannotBeUsed() throws Exception {
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "garbage");
        for (String file : Stream.of(garbage, folder.resolve("missing.pem"))
                .map(Path::toString)
                .toList()) {
            assertThatThrownBy(() -> open(plain, "named.other.tls.trusted-certificates=" + file))
                    .hasMessageContaining(file);
        }
    }

    private static Path file(String name) {
        return folder.resolve(name + ".pem");
    }

    private void open(SslContext server, String... settings) {
        FakeSubgraph opened = new FakeSubgraph(server);
        subgraph = opened;
        transport = TestSettings.transport(TestSettings.of(implementation, settings));
    }

    private SubgraphResponse send(String host) throws Exception {
        return requireNonNull(transport)
                .send(request(host, OperationKind.QUERY))
                .get(5, TimeUnit.SECONDS);
    }

    private int firstEvent() {
        SubgraphResponse event = JdkFlowAdapter.flowPublisherToFlux(
                        requireNonNull(transport).subscribe(request("127.0.0.1", OperationKind.SUBSCRIPTION)))
                .blockFirst(Duration.ofSeconds(5));
        return requireNonNull(event).status();
    }

    private SubgraphRequest request(String host, OperationKind kind) {
        String url = requireNonNull(subgraph).url().replace("127.0.0.1", host);
        ByteBuffer body = ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8));
        return new SubgraphRequest("users", url, body, kind, RequestContext.anonymous());
    }
}
