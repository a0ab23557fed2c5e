package ft.transcendence.gateway.client;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Files for TLS, in PEM format. They are read again when they change. The name in the subgraph's certificate is always checked.
 *
 * @param trustedCertificates certificates of the authorities that sign those of the subgraph, instead of the Java runtime's
 * @param certificate the gateway's own certificate, followed by those that lead to its authority
 * @param privateKey its key: PKCS #8, not encrypted
 */
public record TlsFiles(
        @Nullable Path trustedCertificates,
        @Nullable Path certificate,
        @Nullable Path privateKey) {
    public static final TlsFiles NONE = new TlsFiles(null, null, null);

    public TlsFiles {
        if ((certificate == null) != (privateKey == null)) {
            throw new IllegalArgumentException("tls.certificate and tls.private-key need each other");
        }
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** @throws IllegalArgumentException when a file cannot be read or has something else in it */
    SslContext read(@Nullable ApplicationProtocolConfig protocols) {
        try {
            SslContextBuilder context = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS");
            if (trustedCertificates != null) {
                context.trustManager(file("tls.trusted-certificates", trustedCertificates));
            }
            if (certificate != null && privateKey != null) {
                context.keyManager(file("tls.certificate", certificate), file("tls.private-key", privateKey));
            }
            return context.applicationProtocolConfig(protocols).build();
        } catch (SSLException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "TLS cannot be used with " + this + ": " + unusable.getMessage(), unusable);
        }
    }

    private static File file(String setting, Path path) {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(setting + ": there is no readable file " + path.toAbsolutePath());
        }
        return path.toFile();
    }

    /** When the files were changed, as far as that is known. */
    List<FileTime> times() {
        return Stream.of(trustedCertificates, certificate, privateKey)
                .flatMap(Stream::ofNullable)
                .map(TlsFiles::timeOf)
                .toList();
    }

    private static FileTime timeOf(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException missing) {
            return FileTime.fromMillis(0);
        }
    }
}
