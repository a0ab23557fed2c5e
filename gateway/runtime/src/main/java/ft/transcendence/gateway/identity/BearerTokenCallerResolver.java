package ft.transcendence.gateway.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Resolves callers by their bearer token; without one they are anonymous. Credentials that cannot be verified are an error, never
 * an anonymous caller.
 */
@Component
public final class BearerTokenCallerResolver implements CallerResolver {
    private static final String SCHEME = "Bearer ";

    private final AccessTokenVerifier tokens;

    BearerTokenCallerResolver(AccessTokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<CallerIdentity> resolve(HttpHeaders headers) {
        List<String> values = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (values.isEmpty()) {
            return Mono.just(CallerIdentity.anonymous());
        }
        if (values.size() > 1) {
            return Mono.error(new InvalidCredentialsException("More than one Authorization header", null));
        }
        String value = values.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.error(new InvalidCredentialsException("Not a bearer token", null));
        }
        return tokens.callerOf(value.substring(SCHEME.length()).strip());
    }
}
