package ft.transcendence.gateway.explorer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Serves the site's pages under the gateway's own origin, which the session cookie needs: everything that is not the gateway's is
 * routed to {@code gateway.frontend-url}. The pages' server sees no cookie and no token.
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
