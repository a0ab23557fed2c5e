package ft.transcendence.gateway.explorer;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The site's pages.
 *
 * @param frontendUrl the server that has them, such as {@code http://localhost:3000}; null when the gateway serves no site
 */
@ConfigurationProperties(prefix = "gateway")
record FrontendProperties(@Nullable URI frontendUrl) {
    FrontendProperties {
        if (frontendUrl != null && !isHttp(frontendUrl)) {
            throw new IllegalArgumentException(
                    "gateway.frontend-url is a server's address, such as http://localhost:3000, not " + frontendUrl);
        }
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }

    URI requiredUrl() {
        if (frontendUrl == null) {
            throw new IllegalStateException("gateway.frontend-url is not set");
        }
        return frontendUrl;
    }
}
