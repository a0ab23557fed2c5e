package ft.transcendence.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files that change while connections are opened. The sessions of a context show which one made an engine. */
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
class ReloadedTlsTests {
    private final AtomicLong nanoTime = new AtomicLong();
    private Path authorities;
    private SslContext tls;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        authorities = folder.resolve("ca.pem");
        write(certificate(), 1);
        tls = ReloadedTls.of(new TlsFiles(authorities, null, null), null, nanoTime::get);
    }

    @Test
    void newConnectionsUseChangedFiles() throws Exception {
        Object before = tls.sessionContext();
        write(certificate(), 2);
        assertThat(tls.sessionContext()).isSameAs(before);

        pass(Duration.ofSeconds(5));
        assertThat(tls.newEngine(ByteBufAllocator.DEFAULT, "host", 443)).isNotNull();
        assertThat(tls.sessionContext()).isNotSameAs(before);
    }

    @Test
    void unchangedFilesAreNotReadAgain() {
        Object before = tls.sessionContext();
        pass(Duration.ofSeconds(60));

        assertThat(tls.sessionContext()).isSameAs(before);
    }

    @Test
    void filesThatCannotBeUsedLeaveTheLastOnesInUse(CapturedOutput log) throws Exception {
        Object before = tls.sessionContext();
        write("garbage", 2);
        pass(Duration.ofSeconds(5));
        assertThat(tls.sessionContext()).isSameAs(before);
        Files.delete(authorities);
        pass(Duration.ofSeconds(5));
        assertThat(tls.sessionContext()).isSameAs(before);
        assertThat(log).contains("Kept the TLS files read before").contains("there is no readable file");

        write(certificate(), 3);
        pass(Duration.ofSeconds(5));
        assertThat(tls.sessionContext()).isNotSameAs(before);
    }

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    private void write(String text, int version) throws IOException {
        Files.writeString(authorities, text);
        Files.setLastModifiedTime(authorities, FileTime.fromMillis(version * 1_000L));
    }

    private static String certificate() throws Exception {
        return Objects.requireNonNull(new CertificateBuilder()
                .ecp256()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned()
                .getCertificatePEM());
    }
}
