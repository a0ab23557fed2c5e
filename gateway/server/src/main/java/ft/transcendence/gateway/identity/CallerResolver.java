package ft.transcendence.gateway.identity;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Tells who sends a request. */
public interface CallerResolver {
    /**
     * Looks at the request's headers only.
     *
     * @return exactly one caller, or an {@link InvalidCredentialsException} when the request claims an identity it cannot prove
     */
    Mono<CallerIdentity> resolve(HttpHeaders headers);
}
