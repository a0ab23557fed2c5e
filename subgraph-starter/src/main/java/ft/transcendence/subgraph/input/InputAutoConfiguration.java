package ft.transcendence.subgraph.input;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Configures the {@link InputValidation} of all arguments. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class InputAutoConfiguration {

    @Bean
    InputValidation inputValidation() {
        return new InputValidation();
    }
}
