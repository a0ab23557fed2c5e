package ft.transcendence.gateway.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * Treats every caller as anonymous, for a gateway without an issuer of tokens. Subgraphs may verify the forwarded header
 * themselves.
 */
final class AnonymousCallerResolver implements CallerResolver {
    private final Mono<CallerIdentity> anonymous = Mono.just(CallerIdentity.anonymous());

    @Override
    public Mono<CallerIdentity> resolve(HttpHeaders headers) {
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        return authorization == null ? anonymous : Mono.just(CallerIdentity.unverified(authorization));
    }
}
