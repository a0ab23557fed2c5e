package ft.transcendence.gateway.http;

import ft.transcendence.gateway.reload.Reloadable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of this package that can change without a restart. */
@Configuration(proxyBeanMethods = false)
class ReloadableHttpSettings {
    @Bean
    Reloadable<GraphQLHttpProperties> reloadableHttp(GraphQLHttpProperties initial) {
        return Reloadable.only(
                GraphQLHttpProperties.class,
                initial,
                "max-body-size",
                "max-response-size",
                "request-timeout",
                "introspection",
                "query-plan",
                "deduplicate-queries",
                "allowed-origins");
    }

    @Bean
    Reloadable<RateLimitProperties> reloadableRateLimit(RateLimitProperties initial) {
        return Reloadable.all(RateLimitProperties.class, initial);
    }

    @Bean
    Reloadable<StreamProperties> reloadableStreams(StreamProperties initial) {
        return Reloadable.only(
                StreamProperties.class,
                initial,
                "init-timeout",
                "max-operations",
                "max-per-caller",
                "max-per-address",
                "max-total");
    }
}
