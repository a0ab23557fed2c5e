package ft.transcendence.subgraph.scalar;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Registers the scalars. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class ScalarAutoConfiguration {

    @Bean
    DateTimeScalar dateTimeScalar() {
        return new DateTimeScalar();
    }
}
