package ft.transcendence.example.spring;

import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.engine.FederationEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;

/** The application. Its one setting is the property {@code supergraph}, for example {@code file:supergraph.graphql}. */
// tag::spring-application[]
@SpringBootApplication(proxyBeanMethods = false)
public class SpringExample {

    public static void main(String... arguments) {
        SpringApplication.run(SpringExample.class, arguments);
    }

    @Bean
    FederationEngine engine(@Value("${supergraph}") Resource supergraph, SubgraphTransport subgraphs)
            throws IOException {
        return FederationEngine.builder()
                .supergraph(supergraph.getContentAsString(StandardCharsets.UTF_8))
                .transport(subgraphs)
                .build();
    }
}
// end::spring-application[]
