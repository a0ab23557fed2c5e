package ft.transcendence.gateway.login;

import ft.transcendence.gateway.sharedstate.SharedState;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.scheduler.Schedulers;

/** Where sessions are kept: in Redis if gateways share one, else in the memory of this gateway. */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class SessionConfiguration {
    /** What a refresh consists of besides the call of the provider: some commands to Redis. */
    private static final Duration REFRESH_OVERHEAD = Duration.ofSeconds(5);

    private final SharedState state;
    private final LoginProperties login;
    private final DefaultWebSessionManager manager;
    private final @Nullable Shared shared;

    /** The parts of shared sessions. */
    private record Shared(SessionCodec codec, SharedSessionRepository repository) {}

    SessionConfiguration(
            SharedState state,
            LoginProperties login,
            ServerProperties server,
            WebSessionManager manager,
            ReactiveClientRegistrationRepository registrations,
            Clock clock) {
        this.state = state;
        this.login = login;
        this.manager = (DefaultWebSessionManager) manager;
        this.shared = state.isShared() ? shared(state, login, server, registrations, clock) : null;
    }

    private static Shared shared(
            SharedState state,
            LoginProperties login,
            ServerProperties server,
            ReactiveClientRegistrationRepository registrations,
            Clock clock) {
        if (login.stateKey().isEmpty()) {
            throw new IllegalArgumentException(
                    "GATEWAY_LOGIN_STATE_KEY must be set with GATEWAY_SHARED_STATE_REDIS_URL, and be the same for all gateways: it"
                            + " encrypts their sessions; make one with `openssl rand -hex 32`");
        }
        ClientRegistration registration = registrations
                .findByRegistrationId(LoginRequestResolver.REGISTRATION)
                .blockOptional()
                .orElseThrow();
        SessionCodec codec = new SessionCodec(login.stateKey(), registration);
        return new Shared(
                codec,
                new SharedSessionRepository(
                        state, codec, server.getReactive().getSession().getTimeout(), clock, Schedulers.parallel()));
    }

    @Bean
    WebSessionStore sessions() {
        if (shared != null) {
            manager.setSessionStore(new SpringSessionWebSessionStore<>(shared.repository()));
        }
        return manager.getSessionStore();
    }

    @Bean
    SessionLimiter sessionLimiter(WebSessionStore sessions, ProviderLogoutClient providerLogoutClient) {
        return shared == null
                ? new LocalSessionLimiter(
                        (InMemoryWebSessionStore) sessions, providerLogoutClient, login.sessionsPerPlayer())
                : new SharedSessionLimiter(
                        state, shared.repository(), shared.codec(), providerLogoutClient, login.sessionsPerPlayer());
    }

    @Bean
    RefreshTurns refreshTurns() {
        return shared == null
                ? RefreshTurns.ALONE
                : new SharedRefreshTurns(
                        state,
                        shared.repository(),
                        login.providerTimeout().plus(REFRESH_OVERHEAD),
                        Schedulers.parallel());
    }
}
