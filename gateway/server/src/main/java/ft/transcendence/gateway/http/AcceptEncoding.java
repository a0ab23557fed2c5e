package ft.transcendence.gateway.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The client's accepted content codings (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether the header names gzip with a quality above zero. */
    public static boolean allowsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
