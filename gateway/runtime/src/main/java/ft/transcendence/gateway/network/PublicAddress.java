package ft.transcendence.gateway.network;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address at which browsers reach this gateway. Behind a proxy it must be configured: anyone can send headers such as {@code
 * X-Forwarded-Host}, so they are not trusted.
 *
 * @param url scheme, host and port, such as {@code https://pong.example}; empty when there is no proxy
 */
@ConfigurationProperties(prefix = "gateway.public-address", ignoreUnknownFields = false)
public record PublicAddress(@DefaultValue("") String url) {
    public PublicAddress {
        if (!url.isEmpty() && !isOriginAlone(url)) {
            throw new IllegalArgumentException(
                    "GATEWAY_PUBLIC_URL must be a scheme, host and port, such as https://pong.example, but is " + url);
        }
        url = url.toLowerCase(Locale.ROOT);
    }

    private static boolean isOriginAlone(String url) {
        return url.matches("https?://[^/?#@]+") && URI.create(url).getHost() != null;
    }

    /** Whether browsers use TLS only, so that cookies must not travel without it. */
    public boolean isSecure() {
        return url.startsWith("https:");
    }

    /** Whether this is the origin of the gateway's own pages, as in the header {@code Origin}. */
    public boolean isOrigin(String origin) {
        return url.equals(origin);
    }
}
