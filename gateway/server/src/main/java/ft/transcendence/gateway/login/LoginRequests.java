package ft.transcendence.gateway.login;

import java.util.Map;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a browser to the identity provider: {@code /login} to its login page, {@code /login/42} through it straight to 42. */
final class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {
    static final String PATH = "/login";
    static final String REGISTRATION = "keycloak";

    private static final String PATH_42 = PATH + "/42";
    /** Keycloak's parameter that chooses an identity provider for the player. */
    private static final String PROVIDER_HINT = "kc_idp_hint";

    private final DefaultServerOAuth2AuthorizationRequestResolver requests;

    LoginRequests(ReactiveClientRegistrationRepository registrations) {
        requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** Whether the request begins a login. */
    static boolean begins(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.equals(PATH) || path.equals(PATH_42);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return switch (exchange.getRequest().getPath().pathWithinApplication().value()) {
            case PATH -> resolve(exchange, REGISTRATION);
            case PATH_42 -> resolve(exchange, REGISTRATION).map(LoginRequests::by42);
            default -> Mono.empty();
        };
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String clientRegistrationId) {
        return requests.resolve(exchange, clientRegistrationId);
    }

    private static OAuth2AuthorizationRequest by42(OAuth2AuthorizationRequest request) {
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(parameters -> parameters.putAll(Map.of(PROVIDER_HINT, "42")))
                .build();
    }
}
