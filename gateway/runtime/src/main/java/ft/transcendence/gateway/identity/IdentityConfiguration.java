package ft.transcendence.gateway.identity;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Verifies access tokens: those of the configured issuers, and of the provider that browsers log in with if there is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuersProperties.class)
@Import({AccessTokenVerifier.class, ClaimHeaderNames.class, RevokedSessions.class})
public class IdentityConfiguration {
    @Bean
    TrustedIssuers trustedIssuers(
            IssuersProperties properties, ObjectProvider<TrustedIssuer> loginProvider, Clock clock) {
        return new TrustedIssuers(Stream.concat(
                        loginProvider.stream(),
                        properties.issuers().stream().map(issuer -> TrustedIssuer.of(issuer, clock)))
                .toList());
    }
}
