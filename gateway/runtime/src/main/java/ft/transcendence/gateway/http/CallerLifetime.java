package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.identity.RevokedSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps a stream's caller current: a stream lives as long as its caller's session, and gets the next token before the current one
 * expires. A token without a session has no successor and ends its streams.
 */
@Component
final class CallerLifetime {
    /** How long before expiry the next token is requested. Sessions renew theirs 30 seconds ahead. */
    private static final List<Duration> AHEAD =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(5));

    /** A subgraph that ends its stream this close to the token's expiry does so because of it. */
    private static final Duration CLOSE_TO_THE_END = Duration.ofSeconds(2);

    private final RevokedSessions revokedSessions;
    private final InstantSource clock;
    private final Scheduler scheduler;

    @Autowired
    CallerLifetime(RevokedSessions revokedSessions, Clock clock) {
        this(revokedSessions, clock, Schedulers.parallel());
    }

    CallerLifetime(RevokedSessions revokedSessions, InstantSource clock, Scheduler scheduler) {
        this.revokedSessions = revokedSessions;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /**
     * Emits the caller, and again with every new token. Never completes; fails with a {@link GatewayErrorException} when the
     * caller's token or session ends.
     *
     * @param resolution resolves the caller again by the credentials that opened the stream
     */
    Flux<CallerIdentity> follow(CallerIdentity caller, Mono<CallerIdentity> resolution) {
        Flux<CallerIdentity> callers = Mono.just(caller).expand(current -> renewed(current, resolution));
        Flux<CallerIdentity> end = revokedSessions
                .revocationOf(caller)
                .flux()
                .flatMap(ended -> Mono.error(new GatewayErrorException(GatewayError.UNAUTHENTICATED)));
        return Flux.merge(callers, end);
    }

    /** Whether a stream that ends now does so because the caller's token expires. */
    boolean isAboutToExpire(CallerIdentity caller) {
        Instant expiresAt = caller.expiresAt();
        return expiresAt != null && !clock.instant().plus(CLOSE_TO_THE_END).isBefore(expiresAt);
    }

    private Mono<CallerIdentity> renewed(CallerIdentity current, Mono<CallerIdentity> resolution) {
        Instant expiresAt = current.expiresAt();
        if (expiresAt == null) {
            return Mono.never();
        }
        AtomicReference<GatewayError> reason = new AtomicReference<>(GatewayError.UNAUTHENTICATED);
        return Flux.fromIterable(AHEAD)
                .map(expiresAt::minus)
                .filter(time -> time.isAfter(clock.instant()))
                .concatMap(
                        time -> waitUntil(time)
                                .then(Mono.defer(() -> resolution))
                                .onErrorResume(failure -> !isIdentityEnded(failure), failure -> {
                                    reason.set(
                                            failure instanceof GatewayErrorException known
                                                    ? known.error()
                                                    : GatewayError.IDENTITY_PROVIDER_UNAVAILABLE);
                                    return Mono.empty();
                                })
                                .flatMap(found -> next(current, found)),
                        1)
                .next()
                .switchIfEmpty(Mono.defer(
                        () -> waitUntil(expiresAt).then(Mono.error(() -> new GatewayErrorException(reason.get())))))
                .onErrorMap(
                        CallerLifetime::isIdentityEnded,
                        ended -> new GatewayErrorException(GatewayError.UNAUTHENTICATED));
    }

    private static boolean isIdentityEnded(Throwable failure) {
        return failure instanceof InvalidCredentialsException;
    }

    private static Mono<CallerIdentity> next(CallerIdentity current, CallerIdentity found) {
        if (!Objects.equals(found.subject(), current.subject())) {
            return Mono.error(new GatewayErrorException(GatewayError.UNAUTHENTICATED));
        }
        Instant until = found.expiresAt();
        return until != null && until.isAfter(Objects.requireNonNull(current.expiresAt()))
                ? Mono.just(found)
                : Mono.empty();
    }

    private Mono<Long> waitUntil(Instant time) {
        Duration remaining = Duration.between(clock.instant(), time);
        return remaining.isPositive() ? Mono.delay(remaining, scheduler) : Mono.empty();
    }
}
