package ft.transcendence.gateway.site;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Serves the site's pages from the gateway's origin, which the session cookie requires: every path that is not the gateway's own
 * is routed to {@code gateway.frontend-url}, without cookies and tokens.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.frontend-url")
class FrontendRoute {
    @Bean
    RouteLocator frontend(RouteLocatorBuilder routes, FrontendProperties properties) {
        return routes.routes()
                .route("frontend", route -> route.order(Integer.MAX_VALUE)
                        .path("/**")
                        .filters(
                                filters -> filters.removeRequestHeader("Cookie").removeRequestHeader("Authorization"))
                        .uri(properties.requiredUrl()))
                .build();
    }
}
