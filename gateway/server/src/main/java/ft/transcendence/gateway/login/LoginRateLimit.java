package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.ErrorPage;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.network.ClientNetwork;
import ft.transcendence.gateway.network.RequestPath;
import ft.transcendence.gateway.ratelimit.TokenBuckets;
import ft.transcendence.gateway.ratelimit.TokenBucketsFactory;
import java.net.InetSocketAddress;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Limits how often one network address may start, complete and end logins, since these callers are not authenticated.
 *
 * <p>The identity provider's logout tokens come from one address, as many at once as there are sessions, and must not be missed.
 * So only invalid ones count.
 */
@Component
@Profile("!standalone")
final class LoginRateLimit implements WebFilter {
    private static final ErrorPage ERROR_PAGE = ErrorPage.of(
            HttpStatus.TOO_MANY_REQUESTS,
            GatewayError.RATE_LIMITED.name(),
            "Too many logins at once; try again in a moment");

    private final TokenBuckets logins;
    private final TokenBuckets refusedTokens;

    @Autowired
    LoginRateLimit(LoginProperties login, TokenBucketsFactory buckets) {
        this(login.limits(), buckets::make);
    }

    LoginRateLimit(LoginProperties.Limits limits, BiFunction<String, TokenBuckets.Size, TokenBuckets> buckets) {
        this.logins =
                buckets.apply("logins", new TokenBuckets.Size(limits.burst(), limits.perSecond(), limits.addresses()));
        this.refusedTokens = buckets.apply(
                "logout-tokens", new TokenBuckets.Size(limits.refusedLogoutTokens(), 1, limits.addresses()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isLimited(exchange) || admits(exchange.getRequest().getRemoteAddress())) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return ERROR_PAGE.respond(exchange);
    }

    private static boolean isLimited(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return RequestPath.isWithin(path, "/login") || path.equals("/logout");
    }

    boolean admits(@Nullable InetSocketAddress address) {
        return logins.tryConsume(ClientNetwork.of(address));
    }

    /** Whether logout tokens from there are still verified. */
    boolean acceptsLogoutTokens(@Nullable InetSocketAddress address) {
        return refusedTokens.available(ClientNetwork.of(address)) > 0;
    }

    /** Counts an invalid logout token from there. */
    void countInvalidToken(@Nullable InetSocketAddress address) {
        refusedTokens.tryConsume(ClientNetwork.of(address));
    }
}
