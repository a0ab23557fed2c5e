package ft.transcendence.gateway.login;

import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.network.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Stores each pending login in an encrypted cookie of the browser that started it: visitors who are not logged in take no memory
 * here, and two tabs can log in at once. A cookie is removed when its login completes, when it expires, and when newer ones would
 * make the cookies too large for a request.
 */
@Component
@Profile("!standalone")
final class PendingLoginRepository implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String NAME = "transcendence-login-";
    /** Half of the usual limit of servers for all headers of a request. */
    private static final int MAX_CHARACTERS = 4_096;

    private static final String COMPLETED = PendingLoginRepository.class.getName() + ".completed";

    private final PendingLoginCipher cipher;
    private final ReactiveClientRegistrationRepository registrations;
    private final Clock clock;
    private final String prefix;
    private final boolean secure;

    PendingLoginRepository(
            PendingLoginCipher cipher,
            ReactiveClientRegistrationRepository registrations,
            PublicAddress address,
            Clock clock) {
        this.cipher = cipher;
        this.registrations = registrations;
        this.clock = clock;
        this.prefix = address.isSecure() ? "__Host-" + NAME : NAME;
        this.secure = address.isSecure();
    }

    /** The login that this request completed, by {@link #removeAuthorizationRequest}. */
    static Optional<PendingLogin> completedBy(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(COMPLETED));
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            PendingLogin login = new PendingLogin(
                    Objects.requireNonNull(request.getState()),
                    attribute(request, OidcParameterNames.NONCE),
                    attribute(request, PkceParameterNames.CODE_VERIFIER),
                    Objects.requireNonNull(request.getRedirectUri()),
                    attribute(request, LoginRequestResolver.RETURN),
                    PendingLogin.Freshness.valueOf(attribute(request, LoginRequestResolver.FRESHNESS)),
                    clock.instant());
            ResponseCookie cookie = cookie(nameFor(login.state()), cipher.encrypt(login), cipher.validity());
            removeOldest(exchange, cookie);
            exchange.getResponse().addCookie(cookie);
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(loginOf(exchange)).flatMap(this::requestOf));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(loginOf(exchange))
                .doOnNext(login -> {
                    exchange.getResponse().addCookie(expired(nameFor(login.state())));
                    exchange.getAttributes().put(COMPLETED, login);
                })
                .flatMap(this::requestOf));
    }

    private Optional<PendingLogin> loginOf(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        if (state == null) {
            return Optional.empty();
        }
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(nameFor(state));
        return cookie == null
                ? Optional.empty()
                : cipher.decrypt(cookie.getValue())
                        .filter(login -> login.state().equals(state));
    }

    private Mono<OAuth2AuthorizationRequest> requestOf(PendingLogin login) {
        return registrations
                .findByRegistrationId(LoginRequestResolver.REGISTRATION)
                .map(registration -> requestOf(login, registration));
    }

    private static OAuth2AuthorizationRequest requestOf(PendingLogin login, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(login.redirectUri())
                .scopes(registration.getScopes())
                .state(login.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        login.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        login.codeVerifier()))
                .build();
    }

    /** Removes the oldest first; unreadable ones count as the oldest. */
    private void removeOldest(ServerWebExchange exchange, ResponseCookie added) {
        List<HttpCookie> newestFirst = exchange.getRequest().getCookies().values().stream()
                .flatMap(List::stream)
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .sorted(Comparator.comparing(this::startOf).reversed())
                .toList();
        int characters = sizeOf(added);
        for (HttpCookie cookie : newestFirst) {
            characters += sizeOf(cookie);
            if (characters > MAX_CHARACTERS || startOf(cookie).equals(Instant.MIN)) {
                exchange.getResponse().addCookie(expired(cookie.getName()));
            }
        }
    }

    private Instant startOf(HttpCookie cookie) {
        return cipher.decrypt(cookie.getValue()).map(PendingLogin::startedAt).orElse(Instant.MIN);
    }

    private static int sizeOf(HttpCookie cookie) {
        return cookie.getName().length() + cookie.getValue().length();
    }

    private ResponseCookie expired(String name) {
        return cookie(name, "", Duration.ZERO);
    }

    private ResponseCookie cookie(String name, String value, Duration maxAge) {
        return ResponseCookie.from(name, value)
                // lax, not strict: the identity provider's redirect back must bring the cookie
                .sameSite("Lax")
                .httpOnly(true)
                .secure(secure)
                .path("/")
                .maxAge(maxAge)
                .build();
    }

    private String nameFor(String state) {
        return prefix
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(state))
                        .substring(0, 16);
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        @Nullable Object value = request.getAttribute(name);
        return (String) Objects.requireNonNull(value, name);
    }
}
