package ft.transcendence.gateway.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import ft.transcendence.gateway.identity.IdentityProperties;
import ft.transcendence.gateway.identity.ProviderSignatures;
import io.netty.channel.ChannelOption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/**
 * The gateway's own client of the identity provider: every wait has a limit, and every kind of outage becomes one exception.
 * Spring's own clients wait forever.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class ProviderConfiguration {
    @Bean
    WebClient providerClient(LoginProperties login) {
        HttpClient http = HttpClient.create()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(login.providerTimeout().toMillis()))
                .responseTimeout(login.providerTimeout());
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(ExchangeFilterFunction.ofResponseProcessor(ProviderConfiguration::requireResponse))
                .filter((request, next) -> next.exchange(request)
                        .onErrorMap(
                                failure -> !(failure instanceof ProviderUnavailableException),
                                ProviderUnavailableException::new))
                .build();
    }

    private static Mono<ClientResponse> requireResponse(ClientResponse response) {
        return response.statusCode().is5xxServerError()
                ? response.releaseBody().then(Mono.error(ProviderUnavailableException::new))
                : Mono.just(response);
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeTokenClient(
            WebClient providerClient) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(providerClient);
        return request -> client.getTokenResponse(request).onErrorMap(ProviderConfiguration::toUnavailable);
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokenClient(
            WebClient providerClient) {
        WebClientReactiveRefreshTokenTokenResponseClient client =
                new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(providerClient);
        return request -> client.getTokenResponse(request).onErrorMap(ProviderConfiguration::toUnavailable);
    }

    /** A response that breaks off counts as none. */
    private static Throwable toUnavailable(Throwable failure) {
        return failure instanceof OAuth2AuthorizationException ? failure : new ProviderUnavailableException(failure);
    }

    /** Decodes ID tokens with the same keys as access tokens. */
    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> idTokens(
            IdentityProperties identity, JWKSource<SecurityContext> providerKeys) {
        return registration -> {
            NimbusJwtDecoder decoder = idTokenDecoder(identity, providerKeys, registration);
            return token -> Mono.fromCallable(() -> decode(decoder, token)).subscribeOn(Schedulers.boundedElastic());
        };
    }

    private static NimbusJwtDecoder idTokenDecoder(
            IdentityProperties identity, JWKSource<SecurityContext> providerKeys, ClientRegistration registration) {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(ProviderSignatures.processor(identity, providerKeys));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(identity.clockSkew()), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private static Jwt decode(NimbusJwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            // the keys cannot be fetched
            throw new ProviderUnavailableException(e);
        }
    }
}
