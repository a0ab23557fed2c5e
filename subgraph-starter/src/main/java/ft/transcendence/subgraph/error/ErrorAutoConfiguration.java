package ft.transcendence.subgraph.error;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Every data fetcher's errors go through {@link ErrorMapping}. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class ErrorAutoConfiguration {

    @Bean
    ErrorMapping dataFetcherExceptionHandler() {
        return new ErrorMapping();
    }

    @Bean
    SubscriptionRefusals subscriptionRefusals() {
        return new SubscriptionRefusals();
    }
}
