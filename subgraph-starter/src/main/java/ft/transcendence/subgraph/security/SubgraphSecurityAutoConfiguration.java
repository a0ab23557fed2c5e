package ft.transcendence.subgraph.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Configures security: the gateway's credential on every request, a verified token if there is one, and rules on
 * methods. A request without a token is anonymous. One with an invalid token is rejected with status 401.
 */
@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
@EnableMethodSecurity
@EnableConfigurationProperties({GatewayProperties.class, TokenProperties.class})
class SubgraphSecurityAutoConfiguration {

    @Bean
    FilterRegistrationBean<GatewayCredentialFilter> gatewayCredentialFilter(GatewayProperties properties) {
        FilterRegistrationBean<GatewayCredentialFilter> registration =
                new FilterRegistrationBean<>(new GatewayCredentialFilter(properties));
        // before all other work, including the verification of tokens
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(TokenProperties properties) {
        OAuth2TokenValidator<Jwt> validator = new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(properties.issuer()),
                timestamps(properties),
                new AccessTokenValidator(properties));
        NimbusJwtDecoder verifier = NimbusJwtDecoder.withJwkSetUri(properties.signingKeys())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        verifier.setJwtValidator(validator);
        return new RememberedTokens(
                verifier, validator, properties.rememberedTokens(), Clock.systemUTC(), Ticker.systemTicker());
    }

    /** Nobody reads a timer for each filter, authentication and method rule of every request. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Checks the characters of headers one by one. The default is a regular expression for each header that is read. */
    @Bean
    @ConditionalOnMissingBean
    HttpFirewall headerFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(SubgraphSecurityAutoConfiguration::hasNoControlCharacters);
        firewall.setAllowedHeaderValues(SubgraphSecurityAutoConfiguration::hasNoControlCharacters);
        return firewall;
    }

    private static boolean hasNoControlCharacters(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isISOControl(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    /** All requests pass: what a caller may do is decided per field, by rules on methods. */
    @Bean
    SecurityFilterChain subgraphSecurity(HttpSecurity http, TokenProperties properties) {
        return http.csrf(
                        AbstractHttpConfigurer
                                ::disable) // safe, because requests are never authenticated by a cookie or session
                // each request brings its token
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // for browsers, which never see these responses: only the gateway gets any
                .headers(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerTokens())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter(properties))))
                .build();
    }

    private static JwtTimestampValidator timestamps(TokenProperties properties) {
        JwtTimestampValidator validator = new JwtTimestampValidator(properties.clockSkew());
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }
}
