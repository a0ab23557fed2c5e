package ft.transcendence.gateway.network;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where browsers find this gateway. Behind a proxy it has to be told: what a request says of it, such as in {@code X-Forwarded-Host},
 * anybody can write, so it is not believed.
 *
 * @param url scheme, host and port, such as {@code https://pong.example}; empty when browsers come without a proxy
 */
@ConfigurationProperties(prefix = "gateway.public-address", ignoreUnknownFields = false)
public record PublicAddress(@DefaultValue("") String url) {
    public PublicAddress {
        if (!url.isEmpty() && !isOriginAlone(url)) {
            throw new IllegalArgumentException(
                    "GATEWAY_PUBLIC_URL is scheme, host and port alone, such as https://pong.example, not " + url);
        }
        url = url.toLowerCase(Locale.ROOT);
    }

    private static boolean isOriginAlone(String url) {
        return url.matches("https?://[^/?#@]+") && URI.create(url).getHost() != null;
    }

    /** Whether browsers come by TLS alone, so that no cookie may travel without it. */
    public boolean isSecure() {
        return url.startsWith("https:");
    }

    /** Whether this is the origin of the gateway's own pages, as browsers write it in {@code Origin}. */
    public boolean isOrigin(String origin) {
        return url.equals(origin);
    }
}
