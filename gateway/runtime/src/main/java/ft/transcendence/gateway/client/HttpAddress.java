package ft.transcendence.gateway.client;

import java.net.URI;
import java.util.Locale;

/**
 * An address that requests can be sent to.
 *
 * @param uri the whole address
 * @param secure whether it is reached over TLS
 * @param host name or IP address, without brackets
 * @param port given or the scheme's default
 */
public record HttpAddress(URI uri, boolean secure, String host, int port) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** @throws IllegalArgumentException when the address is not an absolute HTTP address */
    public static HttpAddress of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        String host = uri.getHost();
        if (host == null || !(secure || scheme.equals("http"))) {
            throw new IllegalArgumentException("Not an HTTP address: " + uri);
        }
        int defaultPort = secure ? HTTPS_PORT : HTTP_PORT;
        // IPv6 addresses come in brackets
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new HttpAddress(uri, secure, name, uri.getPort() == -1 ? defaultPort : uri.getPort());
    }
}
