package ft.transcendence.gateway.http;

import ft.transcendence.gateway.identity.EndedSessions;
import ft.transcendence.gateway.identity.RequestCaller;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Streams live no longer than the token they were opened with, nor than the session that the token is of. */
@Component
final class CallerLifetime {
    private final EndedSessions endedSessions;

    CallerLifetime(EndedSessions endedSessions) {
        this.endedSessions = endedSessions;
    }

    /** Gives a value when the caller's token or session ends; never for callers without one. */
    Mono<Boolean> endOf(RequestCaller caller) {
        Instant expiresAt = caller.expiresAt();
        if (expiresAt == null) {
            return Mono.never();
        }
        Duration remaining = Duration.between(Instant.now(), expiresAt);
        Mono<Boolean> expiry = remaining.isPositive() ? Mono.delay(remaining).map(expired -> true) : Mono.just(true);
        return Mono.firstWithValue(expiry, endedSessions.endOf(caller));
    }
}
