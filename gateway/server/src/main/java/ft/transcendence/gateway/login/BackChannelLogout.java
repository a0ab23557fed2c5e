package ft.transcendence.gateway.login;

import ft.transcendence.gateway.identity.RevokedSessions;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Receives the identity provider's notifications of ended sessions, whatever ended them: an administrator, a logout on another
 * device, a changed password. Implements <a href="https://openid.net/specs/openid-connect-backchannel-1_0.html">OpenID Connect
 * Back-Channel Logout 1.0</a>.
 *
 * <p>Replaying a token ends nothing that was not already over, so tokens need not be remembered.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class BackChannelLogout {
    static final String PATH = "/logout/backchannel";

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

    private final LogoutTokenDecoder tokens;
    private final RevokedSessions revokedSessions;
    private final LoginRateLimit limit;

    BackChannelLogout(LogoutTokenDecoder tokens, RevokedSessions revokedSessions, LoginRateLimit limit) {
        this.tokens = tokens;
        this.revokedSessions = revokedSessions;
        this.limit = limit;
    }

    @Bean
    RouterFunction<ServerResponse> backChannelLogoutRoute() {
        return RouterFunctions.route().POST(PATH, this::receive).build();
    }

    private Mono<ServerResponse> receive(ServerRequest request) {
        InetSocketAddress address = request.remoteAddress().orElse(null);
        if (!limit.acceptsLogoutTokens(address)) {
            return refuse(HttpStatus.TOO_MANY_REQUESTS, "Too many invalid logout tokens; try again later");
        }
        return request.formData()
                .flatMap(form -> Mono.justOrEmpty(form.getFirst("logout_token")))
                // checking the signature may fetch keys
                .publishOn(Schedulers.boundedElastic())
                .map(tokens::decode)
                .doOnNext(this::end)
                .flatMap(ended -> response(HttpStatus.OK).build())
                .switchIfEmpty(Mono.defer(() -> {
                    limit.countInvalidToken(address);
                    return refuse(HttpStatus.BAD_REQUEST, "The form has no field logout_token");
                }))
                .onErrorResume(DataBufferLimitException.class, tooLarge -> {
                    limit.countInvalidToken(address);
                    return refuse(HttpStatus.CONTENT_TOO_LARGE, "The form is too large");
                })
                .onErrorResume(BadJwtException.class, refused -> {
                    limit.countInvalidToken(address);
                    LOG.warn("Refused a logout token: {}", refused.getMessage());
                    return refuse(HttpStatus.BAD_REQUEST, "The logout token is not valid");
                })
                .onErrorResume(JwtException.class, failure -> {
                    LOG.error("A logout token could not be verified: {}", failure.getMessage());
                    return refuse(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "The logout token cannot be verified at the moment; try again later");
                });
    }

    private void end(Jwt token) {
        String session = token.getClaimAsString("sid");
        if (session == null) {
            revokedSessions.revokeAllOf(
                    Objects.requireNonNull(token.getSubject()), Objects.requireNonNull(token.getIssuedAt()));
        } else {
            revokedSessions.revoke(session);
        }
    }

    private static Mono<ServerResponse> refuse(HttpStatus status, String description) {
        return response(status)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("error", "invalid_request", "error_description", description));
    }

    private static ServerResponse.BodyBuilder response(HttpStatus status) {
        return ServerResponse.status(status).cacheControl(CacheControl.noStore());
    }
}
