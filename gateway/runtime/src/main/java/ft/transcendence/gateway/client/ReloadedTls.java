package ft.transcendence.gateway.client;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS by files that may change: a new connection uses what is in them now. They are looked at when a connection is opened, at most
 * every few seconds. Files that cannot be used leave the last ones in use.
 */
public final class ReloadedTls extends SslContext {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadedTls.class);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(5).toNanos();

    private final TlsFiles files;
    private final @Nullable ApplicationProtocolConfig protocols;
    private final LongSupplier nanoTime;
    private SslContext current;
    private List<FileTime> times;
    private long lookedAt;

    private ReloadedTls(TlsFiles files, @Nullable ApplicationProtocolConfig protocols, LongSupplier nanoTime) {
        this.files = files;
        this.protocols = protocols;
        this.nanoTime = nanoTime;
        this.times = files.times();
        this.current = files.read(protocols);
        this.lookedAt = nanoTime.getAsLong();
    }

    /**
     * TLS with these files; null when there are none.
     *
     * @throws IllegalArgumentException when a file cannot be used
     */
    public static @Nullable SslContext of(TlsFiles files) {
        return of(files, List.of());
    }

    /**
     * The same for connections whose protocol is agreed on in the handshake.
     *
     * @param protocols their names (RFC 7301), the preferred one first; empty for none
     */
    public static @Nullable SslContext of(TlsFiles files, List<String> protocols) {
        if (files.isEmpty()) {
            return null;
        }
        ApplicationProtocolConfig agreed = protocols.isEmpty()
                ? null
                : new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocols);
        return of(files, agreed, System::nanoTime);
    }

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    static SslContext of(TlsFiles files, @Nullable ApplicationProtocolConfig protocols, LongSupplier nanoTime) {
        return new ReloadedTls(files, protocols, nanoTime);
    }

    private synchronized SslContext current() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt >= BETWEEN_LOOKS) {
            lookedAt = now;
            readIfChanged();
        }
        return current;
    }

    private void readIfChanged() {
        List<FileTime> found = files.times();
        if (found.equals(times)) {
            return;
        }
        times = found;
        try {
            current = files.read(protocols);
            LOG.info("Read the changed files of {}", files);
        } catch (IllegalArgumentException unusable) {
            LOG.error("Kept the TLS files read before: {}", unusable.getMessage());
        }
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        return current().newEngine(allocator);
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator, String peerHost, int peerPort) {
        return current().newEngine(allocator, peerHost, peerPort);
    }

    @Override
    public boolean isClient() {
        return true;
    }

    @Override
    public List<String> cipherSuites() {
        return current().cipherSuites();
    }

    @Override
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return current().applicationProtocolNegotiator();
    }

    @Override
    public SSLSessionContext sessionContext() {
        return current().sessionContext();
    }
}
