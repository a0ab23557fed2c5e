package ft.transcendence.gateway.header;

import ft.transcendence.gateway.client.Header;
import java.util.Locale;
import java.util.Set;

/**
 * The headers that never pass through the gateway: those of one connection (RFC 9110, section 7.6.1), those that describe a body,
 * which the gateway writes itself, the gateway's own credential, and the caller's token, which has a setting of its own.
 */
public final class ReservedHeaders {
    private static final String CREDENTIAL = "x-gateway-credential";

    private static final Set<String> NAMES = Set.of(
            CREDENTIAL,
            "accept",
            "accept-encoding",
            "authorization",
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

    public static boolean contains(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the gateway's credential can have this header. */
    public static boolean canHaveCredential(String name) {
        return name.equalsIgnoreCase(CREDENTIAL) || name.equalsIgnoreCase("authorization") || !contains(name);
    }

    /** @throws IllegalArgumentException when a rule must not have this header */
    static void refuse(String name) {
        // neither may it end the header and start another
        new Header(name, "");
        if (contains(name)) {
            throw new IllegalArgumentException("No rule can have the header '" + name
                    + "': it concerns one connection only, or has a setting of its own");
        }
    }
}
