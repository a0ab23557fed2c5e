package ft.transcendence.gateway.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The site's pages.
 *
 * @param frontendUrl the server that has the site's pages, such as {@code http://localhost:3000}; none by default
 */
@ConfigurationProperties(prefix = "gateway")
record FrontendProperties(@Nullable URI frontendUrl) {
    FrontendProperties {
        if (frontendUrl != null && !isHttp(frontendUrl)) {
            throw new IllegalArgumentException(
                    "gateway.frontend-url must be the address of a server, such as http://localhost:3000, but is "
                            + frontendUrl);
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
