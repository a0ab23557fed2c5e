package ft.transcendence.gateway.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knows callers by their tokens alone, where no browsers log in. Without issuers it needs nothing that verifies tokens. */
@Configuration(proxyBeanMethods = false)
public class TokenCallerConfiguration {
    @Bean
    CallerResolver callers(IssuersProperties properties, ObjectProvider<AccessTokenVerifier> tokens) {
        return properties.issuers().isEmpty()
                ? new AnonymousCallerResolver()
                : new BearerTokenCallerResolver(tokens.getObject());
    }
}
