package ft.transcendence.gateway.login;

import ft.transcendence.gateway.identity.IdentityProperties;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Ends sessions at the identity provider. The gateway calls it with the session's refresh token; a redirect to the provider's
 * logout would put an ID token into an address, which logs and histories keep.
 */
@Component
@Profile("!standalone")
final class ProviderLogoutClient {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogoutClient.class);

    private final WebClient provider;
    private final URI endpoint;
    private final LoginProperties login;

    ProviderLogoutClient(WebClient providerClient, IdentityProperties identity, LoginProperties login) {
        this.provider = providerClient;
        this.endpoint = identity.keysUrl().resolve("logout");
        this.login = login;
    }

    /** The provider's status. A refused refresh token means that the session is already over. */
    Mono<HttpStatusCode> end(OAuth2AuthorizedClient tokens) {
        if (tokens.getRefreshToken() == null) {
            return Mono.empty();
        }
        return provider.post()
                .uri(endpoint)
                .body(BodyInserters.fromFormData("client_id", login.clientId())
                        .with("client_secret", login.clientSecret())
                        .with("refresh_token", tokens.getRefreshToken().getTokenValue()))
                .exchangeToMono(response -> response.releaseBody().thenReturn(response.statusCode()));
    }

    /** Ends a session that has ended here; nobody waits for it. */
    void endLater(OAuth2AuthorizedClient tokens) {
        end(tokens)
                .subscribe(
                        status -> {},
                        failure -> LOG.warn(
                                "A session ended here, but not at the identity provider: {}", failure.toString()));
    }
}
