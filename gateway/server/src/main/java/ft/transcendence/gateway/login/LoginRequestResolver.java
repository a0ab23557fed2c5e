package ft.transcendence.gateway.login;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Starts logins at the identity provider: {@code /login} at its login page, {@code /login/42} directly at 42.
 *
 * <p>{@code ?return=/path} is where the browser goes afterwards; {@code ?fresh=true} makes the player authenticate again although
 * the provider still has a session.
 */
final class LoginRequestResolver implements ServerOAuth2AuthorizationRequestResolver {
    static final String PATH = "/login";
    static final String REGISTRATION = "keycloak";

    /** Attributes of an authorization request. */
    static final String RETURN = LoginRequestResolver.class.getName() + ".return";

    static final String FRESHNESS = LoginRequestResolver.class.getName() + ".freshness";

    private static final String PATH_42 = PATH + "/42";
    /** Keycloak's parameter that preselects an identity provider. */
    private static final String PROVIDER_HINT = "kc_idp_hint";
    /** OpenID Connect Core 1.0, 3.1.2.1: ignores the provider's session, and puts the authentication time into the ID token. */
    private static final Map<String, Object> REAUTHENTICATE = Map.of("prompt", "login", "max_age", "0");

    private final DefaultServerOAuth2AuthorizationRequestResolver requests;
    private final String landingPage;

    LoginRequestResolver(ReactiveClientRegistrationRepository registrations, String landingPage) {
        requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.landingPage = landingPage;
    }

    /** Whether the request begins a login. */
    static boolean begins(ServerWebExchange exchange) {
        String path = pathOf(exchange);
        return path.equals(PATH) || path.equals(PATH_42);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return switch (pathOf(exchange)) {
            case PATH -> resolve(exchange, REGISTRATION);
            case PATH_42 -> resolve(exchange, REGISTRATION).map(request -> with(request, Map.of(PROVIDER_HINT, "42")));
            default -> Mono.empty();
        };
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String clientRegistrationId) {
        return Mono.defer(() -> {
            MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
            String returnTo = returnOf(query);
            PendingLogin.Freshness freshness = freshnessOf(query);
            return requests.resolve(exchange, clientRegistrationId)
                    .map(request -> switch (freshness) {
                        case ANY -> request;
                        case REAUTHENTICATE -> with(request, REAUTHENTICATE);
                    })
                    .map(request -> OAuth2AuthorizationRequest.from(request)
                            .attributes(attributes -> {
                                attributes.put(RETURN, returnTo);
                                attributes.put(FRESHNESS, freshness.name());
                            })
                            .build());
        });
    }

    private String returnOf(MultiValueMap<String, String> query) {
        String path = query.getFirst("return");
        if (path == null) {
            return landingPage;
        }
        if (!ReturnPath.isSafe(path)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "return must be a path of this site");
        }
        return path;
    }

    private static PendingLogin.Freshness freshnessOf(MultiValueMap<String, String> query) {
        String fresh = query.getFirst("fresh");
        return switch (fresh == null ? "false" : fresh) {
            case "true" -> PendingLogin.Freshness.REAUTHENTICATE;
            case "false" -> PendingLogin.Freshness.ANY;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "fresh must be true or false");
        };
    }

    private static String pathOf(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
    }

    private static OAuth2AuthorizationRequest with(OAuth2AuthorizationRequest request, Map<String, Object> parameters) {
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(all -> all.putAll(parameters))
                .build();
    }
}
