package ft.transcendence.gateway.http;

import ft.transcendence.gateway.identity.EndedSessions;
import ft.transcendence.gateway.identity.RequestCaller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Streams live no longer than the token they were opened with, nor than the session that the token is of. */
@Component
final class CallerLifetime {
    private final EndedSessions endedSessions;
    private final InstantSource clock;

    CallerLifetime(EndedSessions endedSessions, InstantSource clock) {
        this.clock = clock;
        this.endedSessions = endedSessions;
    }

    /** Gives a value when the caller's token or session ends; never for callers without one. */
    Mono<Boolean> endOf(RequestCaller caller) {
        Instant expiresAt = caller.expiresAt();
        if (expiresAt == null) {
            return Mono.never();
        }
        Duration remaining = Duration.between(clock.instant(), expiresAt);
        Mono<Boolean> expiry = remaining.isPositive() ? Mono.delay(remaining).map(expired -> true) : Mono.just(true);
        return Mono.firstWithValue(expiry, endedSessions.endOf(caller));
    }
}
