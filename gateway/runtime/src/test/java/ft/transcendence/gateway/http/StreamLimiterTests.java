package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.Caller;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class StreamLimiterTests {
    private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 1);
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("127.0.0.2", 1);

    private final StreamLimiter limiter = new StreamLimiter(
            () -> new StreamProperties(
                    Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 10, 2, 3, 5),
            () -> new RateLimitProperties(true, 1, 1, Set.of("game-server"), Map.of(), Map.of(), 10));

    @Test
    void countsAUserFromAnyAddress() {
        limiter.openStream(user("ada"), HERE);
        limiter.openStream(user("ada"), ELSEWHERE);
        assertRefuses(user("ada"), new InetSocketAddress("127.0.0.3", 1));
        limiter.openStream(user("bob"), HERE);
    }

    @Test
    void countsAnonymousCallersByAddress() {
        limiter.openStream(CallerIdentity.anonymous(), HERE);
        limiter.openStream(CallerIdentity.anonymous(), new InetSocketAddress("127.0.0.1", 2));
        assertRefuses(CallerIdentity.anonymous(), HERE);
        limiter.openStream(CallerIdentity.anonymous(), ELSEWHERE);
    }

    @Test
    void countsAnAddressOverAllItsCallers() {
        List.of("ada", "bob", "cyd").forEach(name -> limiter.openStream(user(name), HERE));
        assertRefuses(user("dan"), HERE);
        limiter.openStream(user("dan"), ELSEWHERE);
    }

    @Test
    void limitsTheTotalForExemptRolesToo() {
        CallerIdentity server = caller("server", Set.of("game-server"));
        for (int i = 0; i < 5; i++) {
            limiter.openStream(server, HERE);
        }
        assertRefuses(server, HERE);
        assertRefuses(user("ada"), ELSEWHERE);
    }

    @Test
    void releasedLeaseCanBeTakenOnce() {
        List<Disposable> leases = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            leases.add(limiter.openStream(user("ada"), HERE));
        }
        leases.getFirst().dispose();
        leases.getFirst().dispose();
        assertThat(limiter.openStreams()).isEqualTo(1);
        limiter.openStream(user("ada"), HERE);
        assertRefuses(user("ada"), HERE);
    }

    private void assertRefuses(CallerIdentity caller, InetSocketAddress address) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> limiter.openStream(caller, address))
                .satisfies(known -> assertThat(known.error()).isEqualTo(GatewayError.TOO_MANY_STREAMS));
    }

    private static CallerIdentity user(String name) {
        return caller(name, Set.of());
    }

    private static CallerIdentity caller(String name, Set<String> roles) {
        return new CallerIdentity(Caller.authenticated(roles), name, null, null, null);
    }
}
