package ft.transcendence.subgraph.error;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import reactor.core.publisher.Mono;

/** Maps the exceptions of data fetchers and streams to GraphQL errors with {@link ErrorMapping}. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class ErrorAutoConfiguration {

    @Bean
    ErrorMapping dataFetcherExceptionHandler() {
        return new ErrorMapping(System::nanoTime);
    }

    @Bean
    SubscriptionExceptionResolver subscriptionErrors(ErrorMapping errors) {
        return failure -> Mono.just(List.of(errors.endOfStream(failure)));
    }

    @Bean
    @Order(0)
    SubscriptionErrorInterceptor subscriptionErrorInterceptor() {
        return new SubscriptionErrorInterceptor();
    }

    /** Runs inside {@link SubscriptionErrorInterceptor}, which passes its codes on. */
    @Bean
    @Order(1)
    RequestErrorInterceptor requestErrorInterceptor() {
        return new RequestErrorInterceptor();
    }
}
