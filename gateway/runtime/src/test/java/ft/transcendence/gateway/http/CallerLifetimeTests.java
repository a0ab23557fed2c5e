package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.identity.RevokedSessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class CallerLifetimeTests {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final InstantSource clock = () -> Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
    private final RevokedSessions revokedSessions = new RevokedSessions(clock);
    private final CallerLifetime lifetime = new CallerLifetime(revokedSessions, clock, time);
    private final List<CallerIdentity> seen = new ArrayList<>();
    private final AtomicReference<@Nullable GatewayError> end = new AtomicReference<>();

    @AfterEach
    void stopTime() {
        time.dispose();
    }

    @Test
    void sessionContinuesWithItsNextTokens() {
        follow(caller("ada", 300), Mono.fromSupplier(() -> caller("ada", now() + 300)));

        time.advanceTimeBy(Duration.ofMinutes(12));

        assertThat(seen).extracting(CallerIdentity::expiresAt).containsExactly(at(300), at(585), at(870));
        assertThat(end.get()).isNull();
    }

    @Test
    void tokenWithoutASessionEndsWhenItExpires() {
        follow(caller("ada", 300), Mono.just(caller("ada", 300)));

        time.advanceTimeBy(Duration.ofMillis(299_999));
        assertThat(end.get()).isNull();
        time.advanceTimeBy(Duration.ofMillis(1));

        assertThat(seen).hasSize(1);
        assertThat(end.get()).isEqualTo(GatewayError.UNAUTHENTICATED);
    }

    @Test
    void endedSessionEndsAtItsNextRenewal() {
        follow(caller("ada", 300), Mono.error(new InvalidCredentialsException("over", null)));

        time.advanceTimeBy(Duration.ofSeconds(285));

        assertThat(end.get()).isEqualTo(GatewayError.UNAUTHENTICATED);
    }

    @Test
    void endsWhenTheCredentialsBelongToAnotherCaller() {
        follow(caller("ada", 300), Mono.just(caller("grace", 600)));
        time.advanceTimeBy(Duration.ofSeconds(285));
        assertThat(end.get()).isEqualTo(GatewayError.UNAUTHENTICATED);

        end.set(null);
        follow(caller("ada", now() + 300), Mono.just(CallerIdentity.anonymous()));
        time.advanceTimeBy(Duration.ofSeconds(285));
        assertThat(end.get()).isEqualTo(GatewayError.UNAUTHENTICATED);
    }

    @Test
    void survivesAnOutageWhileTheTokenIsValid() {
        List<Mono<CallerIdentity>> resolutions = new ArrayList<>(List.of(
                Mono.error(new GatewayErrorException(GatewayError.IDENTITY_PROVIDER_UNAVAILABLE)),
                Mono.error(new IllegalStateException("connection refused")),
                Mono.just(caller("ada", 600))));
        follow(caller("ada", 300), Mono.defer(() -> resolutions.removeFirst()));

        time.advanceTimeBy(Duration.ofSeconds(301));

        assertThat(seen).hasSize(2);
        assertThat(end.get()).isNull();
    }

    @Test
    void outageBeyondTheTokensExpiryIsTheReason() {
        follow(caller("ada", 300), Mono.error(new IllegalStateException("connection refused")));

        time.advanceTimeBy(Duration.ofSeconds(300));

        assertThat(end.get()).isEqualTo(GatewayError.IDENTITY_PROVIDER_UNAVAILABLE);
    }

    @Test
    void revokedSessionEndsAtOnce() {
        follow(caller("ada", 300), Mono.just(caller("ada", 600)));

        revokedSessions.revoke("session-of-ada");

        assertThat(end.get()).isEqualTo(GatewayError.UNAUTHENTICATED);
    }

    @Test
    void anonymousCallersNeverExpire() {
        follow(CallerIdentity.anonymous(), Mono.error(new AssertionError("Not resolved again")));

        time.advanceTimeBy(Duration.ofDays(1));

        assertThat(end.get()).isNull();
    }

    private Disposable follow(CallerIdentity caller, Mono<CallerIdentity> resolution) {
        return lifetime.follow(caller, resolution)
                .subscribe(seen::add, failure -> end.set(((GatewayErrorException) failure).error()));
    }

    private long now() {
        return time.now(TimeUnit.SECONDS);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static CallerIdentity caller(String name, long expiresAt) {
        return new CallerIdentity(
                Caller.authenticated(Set.of()),
                name,
                "Bearer " + name,
                at(expiresAt),
                new CallerIdentity.Login("session-of-" + name, at(expiresAt - 300)));
    }
}
