package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.ErrorPage;
import ft.transcendence.gateway.identity.IdentityProperties;
import ft.transcendence.gateway.network.PublicAddress;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Schedulers;

/**
 * The OpenID Connect code flow with PKCE: {@code /login} starts it, {@code /login/42} starts it with 42 preselected, {@code
 * /logout} ends the session here and at the identity provider.
 *
 * <p>The provider's endpoints are derived from its settings without asking it, so the gateway starts while it is down. Browsers
 * are sent to the issuer; the gateway itself calls the provider at the address of its keys, which may be internal.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class LoginConfiguration {
    private static final String OIDC = "/protocol/openid-connect";
    private static final ServerWebExchangeMatcher LOGOUT = new OrServerWebExchangeMatcher(
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/logout"),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/logout"));

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(
            LoginProperties login, IdentityProperties identity, PublicAddress address) {
        String outside = identity.issuer() + OIDC;
        URI keys = identity.keysUrl();
        String inside = keys.resolve(".").toString();
        return new InMemoryReactiveClientRegistrationRepository(
                ClientRegistration.withRegistrationId(LoginRequestResolver.REGISTRATION)
                        .clientId(login.clientId())
                        .clientSecret(login.clientSecret())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri((address.url().isEmpty() ? "{baseUrl}" : address.url())
                                + "/login/oauth2/code/{registrationId}")
                        .scope("openid")
                        .issuerUri(identity.issuer().toString())
                        .authorizationUri(outside + "/auth")
                        .tokenUri(inside + "token")
                        .jwkSetUri(keys.toString())
                        .userNameAttributeName("sub")
                        .build());
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            LoginProperties login,
            IdentityProperties identity,
            ReactiveClientRegistrationRepository registrations,
            PendingLoginRepository pendingLoginRepository,
            SessionTokenRepository sessionTokenRepository,
            ProviderLogoutClient providerLogoutClient,
            LoginRateLimit rateLimit,
            WebClient providerClient) {
        ProviderLogoutHandler providerLogoutHandler =
                new ProviderLogoutHandler(providerLogoutClient, login.landingPage());
        return http.oauth2Login(oauth2 -> oauth2.loginPage(LoginRequestResolver.PATH)
                        .authorizationRequestResolver(new LoginRequestResolver(registrations, login.landingPage()))
                        .authorizationRequestRepository(pendingLoginRepository)
                        .authorizedClientRepository(sessionTokenRepository)
                        .authenticationSuccessHandler(new LoginSuccessHandler(login.landingPage()))
                        .authenticationFailureHandler(new LoginFailureHandler(login.landingPage())))
                // no session before the login: nothing is kept of anonymous requests
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .logout(logout -> logout.requiresLogout(LOGOUT)
                        .logoutHandler(new DelegatingServerLogoutHandler(
                                providerLogoutHandler, new WebSessionServerLogoutHandler()))
                        .logoutSuccessHandler(providerLogoutHandler))
                .addFilterAt(rateLimit, SecurityWebFiltersOrder.FIRST)
                .addFilterBefore(new SameSiteLogoutFilter(LOGOUT), SecurityWebFiltersOrder.LOGOUT)
                .addFilterBefore(
                        new ProviderAvailabilityFilter(providerClient, identity.keysUrl(), Schedulers.parallel()),
                        SecurityWebFiltersOrder.HTTP_BASIC)
                // operations have their own protection (see SessionCallerResolver), logout has SameSiteLogoutFilter,
                // and nothing else changes state
                .csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .headers(headers -> headers.frameOptions(frame -> frame.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                // everything behind Spring's chain is public: pages, the login, routes to the site
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    /** Spring's firewall refuses paths that servers may interpret differently. */
    @Bean
    ServerExchangeRejectedHandler refusedExchanges() {
        ErrorPage page = ErrorPage.of(
                HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The path of this address is not in its canonical form");
        return (exchange, refused) -> page.respond(exchange);
    }
}
