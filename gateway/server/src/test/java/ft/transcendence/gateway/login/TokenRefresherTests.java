package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TokenRefresherTests {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryWebSessionStore sessions = new InMemoryWebSessionStore();
    private final WebSession session =
            Objects.requireNonNull(sessions.createWebSession().block());

    @Test
    void doesNotRefreshATokenThatIsValidForLongEnough() {
        OAuth2AuthorizedClient tokens = tokens("good", Duration.ofSeconds(31));
        TokenRefresher refresher = refresher(context -> Mono.error(new AssertionError("No renewal is due")));
        assertThat(refresher.refreshIfDue(session, tokens).block()).isSameAs(tokens);
    }

    @Test
    void refreshesAnExpiringTokenOnceForConcurrentRequests() {
        AtomicInteger renewals = new AtomicInteger();
        Sinks.One<OAuth2AuthorizedClient> refreshed = Sinks.one();
        TokenRefresher refresher = refresher(context -> {
            renewals.incrementAndGet();
            return refreshed.asMono();
        });
        OAuth2AuthorizedClient old = tokens("old", Duration.ofSeconds(29));
        Mono<OAuth2AuthorizedClient> first = refresher.refreshIfDue(session, old);
        Mono<OAuth2AuthorizedClient> second = refresher.refreshIfDue(session, old);
        first.subscribe();
        second.subscribe();
        OAuth2AuthorizedClient renewed = tokens("renewed", Duration.ofMinutes(5));
        refreshed.tryEmitValue(renewed);
        assertThat(first.block()).isSameAs(renewed);
        assertThat(second.block()).isSameAs(renewed);
        assertThat(renewals).hasValue(1);
        assertThat(SessionTokenRepository.of(session)).isSameAs(renewed);
    }

    @Test
    void endsASessionThatTheProviderHasEnded() {
        session.start();
        session.save().block();
        TokenRefresher refresher = refresher(
                context -> Mono.error(new ClientAuthorizationException(new OAuth2Error("invalid_grant"), "keycloak")));
        assertThatExceptionOfType(InvalidCredentialsException.class).isThrownBy(() -> refresher
                .refreshIfDue(session, tokens("old", Duration.ZERO))
                .block());
        assertThat(sessions.retrieveSession(session.getId()).block()).isNull();
    }

    @Test
    void keepsTheSessionWhenTheProviderIsUnavailable() {
        session.start();
        session.save().block();
        TokenRefresher refresher = refresher(context -> Mono.error(new IllegalStateException("connection refused")));
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> refresher
                        .refreshIfDue(session, tokens("old", Duration.ZERO))
                        .block())
                .satisfies(known -> assertThat(known.error()).isEqualTo(GatewayError.IDENTITY_PROVIDER_UNAVAILABLE));
        assertThat(sessions.retrieveSession(session.getId()).block()).isNotNull();
    }

    @Test
    void usesAValidTokenWhileTheProviderIsUnavailable() {
        OAuth2AuthorizedClient tokens = tokens("old", Duration.ofSeconds(1));
        TokenRefresher refresher = refresher(context -> Mono.error(new ProviderUnavailableException()));
        assertThat(refresher.refreshIfDue(session, tokens).block()).isSameAs(tokens);
    }

    private static TokenRefresher refresher(ReactiveOAuth2AuthorizedClientProvider provider) {
        return new TokenRefresher(
                provider, RefreshTurns.ALONE, Duration.ofSeconds(30), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static OAuth2AuthorizedClient tokens(String value, Duration lifetime) {
        ClientRegistration registration = ClientRegistration.withRegistrationId("keycloak")
                .clientId("gateway")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://gateway/code")
                .authorizationUri("http://provider/auth")
                .tokenUri("http://provider/token")
                .build();
        return new OAuth2AuthorizedClient(
                registration,
                "player",
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, value, NOW.minusSeconds(300), NOW.plus(lifetime)),
                new OAuth2RefreshToken("refresh-" + value, NOW.minusSeconds(300)));
    }
}
