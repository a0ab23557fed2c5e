package ft.transcendence.subgraph.input;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Every field's arguments go through {@link InputValidation}. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class InputAutoConfiguration {

    @Bean
    InputValidation inputValidation() {
        return new InputValidation();
    }
}
