package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.ratelimit.TokenBucketsFactory;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimiterTests {
    private static final InetSocketAddress HOME = new InetSocketAddress("192.0.2.1", 50_000);
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.2", 50_000);

    private static RateLimiter limiter(boolean enabled) {
        RateLimitProperties properties =
                new RateLimitProperties(enabled, 1, 3, Set.of("game-server"), Map.of(), Map.of(), 100);
        return new RateLimiter(
                () -> properties, TokenBucketsFactory.inMemory(RateLimiter.sizeOf(properties), Clock.systemUTC()));
    }

    private static CallerIdentity user(String id, String role) {
        return new CallerIdentity(Caller.authenticated(Set.of(role)), id, "Bearer x", null, null);
    }

    private static int admitted(RateLimiter limiter, CallerIdentity caller, InetSocketAddress address) {
        int admitted = 0;
        for (int i = 0; i < 10; i++) {
            admitted += limiter.admits(caller, address) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void admitsABurstAndThenRefuses() {
        // on a busy machine a few more tokens are earned meanwhile
        assertThat(admitted(limiter(true), user("ada", "player"), HOME)).isBetween(3, 8);
    }

    @Test
    void countsAUserFromAnyAddress() {
        RateLimiter limiter = limiter(true);
        admitted(limiter, user("ada", "player"), HOME);
        assertThat(admitted(limiter, user("ada", "player"), ELSEWHERE)).isLessThan(3);
        assertThat(admitted(limiter, user("grace", "player"), HOME)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void countsAnonymousCallersByAddressIgnoringThePort() {
        RateLimiter limiter = limiter(true);
        admitted(limiter, CallerIdentity.anonymous(), HOME);
        assertThat(admitted(limiter, CallerIdentity.anonymous(), new InetSocketAddress("192.0.2.1", 50_001)))
                .isLessThan(3);
        assertThat(admitted(limiter, CallerIdentity.anonymous(), ELSEWHERE)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void countsAnIpv6SubscriberByPrefix() {
        RateLimiter limiter = limiter(true);
        int admitted = 0;
        for (int i = 1; i <= 200; i++) {
            InetSocketAddress address = new InetSocketAddress("2001:db8:1:2::" + Integer.toHexString(i), 50_000);
            admitted += limiter.admits(CallerIdentity.anonymous(), address) ? 1 : 0;
        }
        assertThat(admitted).isLessThan(50);
        assertThat(limiter.watched()).isEqualTo(1);
        assertThat(limiter.admits(CallerIdentity.anonymous(), new InetSocketAddress("2001:db8:1:3::1", 50_000)))
                .isTrue();
    }

    @Test
    void hasNoLimitForGameServers() {
        assertThat(admitted(limiter(true), user("server", "game-server"), HOME)).isEqualTo(10);
    }

    @Test
    void canBeTurnedOff() {
        assertThat(admitted(limiter(false), CallerIdentity.anonymous(), HOME)).isEqualTo(10);
    }
}
