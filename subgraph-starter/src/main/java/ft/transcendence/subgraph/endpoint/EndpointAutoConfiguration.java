package ft.transcendence.subgraph.endpoint;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlHandler;
import tools.jackson.databind.json.JsonMapper;

/** Configures the endpoint behind all other filters, which check the request and limit it. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class EndpointAutoConfiguration {

    @Bean
    FilterRegistrationBean<GraphQLEndpoint> graphQLEndpoint(
            WebGraphQlHandler engine, JsonMapper json, @Value("${dgs.graphql.path:/graphql}") String path) {
        FilterRegistrationBean<GraphQLEndpoint> registration =
                new FilterRegistrationBean<>(new GraphQLEndpoint(path, engine, json));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
