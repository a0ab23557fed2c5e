package ft.transcendence.gateway.http;

import ft.transcendence.gateway.body.ContentCoding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client's accepted content codings (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether the header names gzip with a quality above zero. */
    public static boolean allowsGzip(@Nullable String header) {
        return header != null && qualityOf(ContentCoding.GZIP, header) > 0;
    }

    /** The coding that the client prefers; of equals, the one that the gateway prefers. */
    static Optional<ContentCoding> preferred(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        ContentCoding best = null;
        double bestQuality = 0;
        for (ContentCoding coding : ContentCoding.values()) {
            double quality = qualityOf(coding, header);
            if (quality > bestQuality) {
                best = coding;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** A wildcard counts for nothing: it says that the client does not care, and not that it can decode everything. */
    private static double qualityOf(ContentCoding coding, String header) {
        for (String range : header.split(",", -1)) {
            String[] parts = range.split(";", 2);
            if (ContentCoding.of(parts[0]).filter(coding::equals).isPresent()) {
                return parts.length == 1 ? 1 : Quality.of(parts[1]);
            }
        }
        return 0;
    }
}
