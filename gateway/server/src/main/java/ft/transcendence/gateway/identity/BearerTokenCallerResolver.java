package ft.transcendence.gateway.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Callers with a bearer token are who the token says; those without are anonymous. A header that claims an identity and cannot prove
 * it is an error, never an anonymous caller.
 */
@Component
@Profile("!standalone")
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
            return Mono.error(new InvalidCredentialsException("Two Authorization headers", null));
        }
        String value = values.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.error(new InvalidCredentialsException("Not a bearer token", null));
        }
        return tokens.callerOf(value.substring(SCHEME.length()).strip());
    }
}
