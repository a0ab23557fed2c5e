package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.RevokedSessions;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

class SingleConnectionsTests {
    private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 1);
    private static final Duration INIT_TIMEOUT = Duration.ofSeconds(5);

    private final StreamProperties properties =
            new StreamProperties(Duration.ofSeconds(1), INIT_TIMEOUT, Duration.ofSeconds(1), 10, 2, 2, 5);
    private final StreamLimiter limiter = new StreamLimiter(
            () -> properties, () -> new RateLimitProperties(true, 1, 1, Set.of(), Map.of(), Map.of(), 10));
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final SingleConnections connections = new SingleConnections(
            limiter,
            () -> properties,
            new CallerLifetime(new RevokedSessions(Clock.systemUTC()), Clock.systemUTC(), time),
            time);

    private String reserve() {
        return connections.reserve(CallerIdentity.anonymous(), Flux.never(), HERE);
    }

    private static void assertRefuses(GatewayError error, Runnable call) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(call::run)
                .satisfies(refused -> assertThat(refused.error()).isEqualTo(error));
    }

    @Test
    void aReservationThatIsNotUsedInTimeIsDropped() {
        String token = reserve();
        time.advanceTimeBy(INIT_TIMEOUT.minusMillis(1));
        assertThat(limiter.openConnections()).isEqualTo(1);
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(limiter.openConnections()).isZero();
        assertRefuses(GatewayError.STREAM_NOT_FOUND, () -> connections.open(token));
    }

    @Test
    void anOpenStreamStaysUntilItIsDropped() {
        String token = reserve();
        connections.open(token);
        time.advanceTimeBy(INIT_TIMEOUT.multipliedBy(2));
        assertThat(limiter.openConnections()).isEqualTo(1);
        assertRefuses(GatewayError.STREAM_ALREADY_OPEN, () -> connections.open(token));

        connections.drop(token);
        connections.drop(token);
        assertThat(limiter.openConnections()).isZero();
    }

    @Test
    void refusesOneTooMany() {
        reserve();
        String second = reserve();
        assertRefuses(GatewayError.TOO_MANY_STREAMS, this::reserve);
        connections.drop(second);
        reserve();
    }

    @Test
    void tokensAreDifferent() {
        assertThat(reserve()).isNotEqualTo(reserve());
    }
}
