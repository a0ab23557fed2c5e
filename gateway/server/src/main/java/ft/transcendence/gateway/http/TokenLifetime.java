package ft.transcendence.gateway.http;

import ft.transcendence.gateway.identity.RequestCaller;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Streams live no longer than the token they were opened with. */
final class TokenLifetime {
    private TokenLifetime() {}

    /** Gives a value when the caller's token ends; never for callers without one. */
    static Mono<Long> endOf(RequestCaller caller) {
        Instant expiresAt = caller.expiresAt();
        if (expiresAt == null) {
            return Mono.never();
        }
        Duration remaining = Duration.between(Instant.now(), expiresAt);
        return remaining.isPositive() ? Mono.delay(remaining) : Mono.just(0L);
    }
}
