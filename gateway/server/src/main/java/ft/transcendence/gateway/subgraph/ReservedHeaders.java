package ft.transcendence.gateway.subgraph;

import java.util.Locale;
import java.util.Set;

/**
 * The headers that never pass through the gateway: those of one connection (RFC 9110, section 7.6.1), those that describe a body,
 * which the gateway writes itself, and the gateway's own credential.
 */
final class ReservedHeaders {
    private static final String CREDENTIAL = "x-gateway-credential";

    private static final Set<String> NAMES = Set.of(
            CREDENTIAL,
            "accept",
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private ReservedHeaders() {}

    static boolean contains(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the gateway's credential can have this header. */
    static boolean canHaveCredential(String name) {
        return name.equalsIgnoreCase(CREDENTIAL) || !contains(name);
    }
}
