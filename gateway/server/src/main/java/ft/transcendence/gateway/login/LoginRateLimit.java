package ft.transcendence.gateway.login;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import ft.transcendence.gateway.error.ErrorPage;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.network.ClientNetwork;
import ft.transcendence.gateway.network.RequestPath;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
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

    private final LoadingCache<String, Bucket> logins;
    private final LoadingCache<String, Bucket> refusedTokens;

    @Autowired
    LoginRateLimit(LoginProperties login, InstantSource clock) {
        this(login.limits(), clock);
    }

    LoginRateLimit(LoginProperties.Limits limits, InstantSource clock) {
        this.logins = buckets(limits.addresses(), limits.burst(), limits.perSecond(), clock);
        this.refusedTokens = buckets(limits.addresses(), limits.refusedLogoutTokens(), 1, clock);
    }

    private static LoadingCache<String, Bucket> buckets(int addresses, int burst, int perSecond, InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(addresses)
                .expireAfterAccess(Duration.ofSeconds(1L + burst / perSecond))
                .build(address -> Bucket.builder()
                        .withCustomTimePrecision(new Meter(clock))
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
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
        return logins.get(ClientNetwork.of(address)).tryConsume(1);
    }

    /** Whether logout tokens from there are still verified. */
    boolean acceptsLogoutTokens(@Nullable InetSocketAddress address) {
        return refusedTokens.get(ClientNetwork.of(address)).getAvailableTokens() > 0;
    }

    /** Counts an invalid logout token from there. */
    void countInvalidToken(@Nullable InetSocketAddress address) {
        refusedTokens.get(ClientNetwork.of(address)).tryConsume(1);
    }

    /** The buckets' clock. */
    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
