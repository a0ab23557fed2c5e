package ft.transcendence.gateway.identity;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Resolves the caller of a request. */
public interface CallerResolver {
    /**
     * Reads the request's headers only.
     *
     * @return exactly one caller, or an {@link InvalidCredentialsException} when the credentials cannot be verified
     */
    Mono<CallerIdentity> resolve(HttpHeaders headers);

    /** Whether browsers can log in, at {@code /login}. */
    default boolean knowsSessions() {
        return false;
    }
}
