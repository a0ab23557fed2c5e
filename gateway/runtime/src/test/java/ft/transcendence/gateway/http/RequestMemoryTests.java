package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.Caller;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestMemoryTests {
    private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 1);

    private final RequestMemory memory = new RequestMemory(
            400, () -> new RateLimitProperties(true, 1, 1, Set.of("game-server"), Map.of(), Map.of(), 10));

    @Test
    void oneCallerCanHoldAQuarter() {
        RequestMemory.Reservation first = memory.open(user("ada"), HERE);
        RequestMemory.Reservation second = memory.open(user("ada"), HERE);
        first.reserve(60);
        second.reserve(40);
        assertRefuses(second, 41, GatewayError.RATE_LIMITED);
        memory.open(user("bob"), HERE).reserve(100);
        first.dispose();
        second.reserve(100);
        assertThat(memory.reserved()).isEqualTo(200);
    }

    @Test
    void anonymousCallersShareTheReservationOfTheirNetwork() {
        memory.open(CallerIdentity.anonymous(), HERE).reserve(100);
        assertRefuses(
                memory.open(CallerIdentity.anonymous(), new InetSocketAddress("127.0.0.1", 2)),
                1,
                GatewayError.RATE_LIMITED);
        memory.open(CallerIdentity.anonymous(), new InetSocketAddress("127.0.0.2", 1))
                .reserve(100);
    }

    @Test
    void refusesARequestThatExceedsTheCallersShareByItself() {
        assertRefuses(memory.open(user("ada"), HERE), 101, GatewayError.REQUEST_TOO_LARGE);
    }

    @Test
    void limitsTheTotal() {
        memory.open(gameServer(), HERE).reserve(350);
        assertRefuses(memory.open(user("ada"), HERE), 60, GatewayError.OVERLOADED);
        memory.open(user("ada"), HERE).reserve(50);
    }

    @Test
    void admitsSmallRequestsWhenTheTotalIsUsedUp() {
        RequestMemory wide = new RequestMemory(
                2_560, () -> new RateLimitProperties(true, 1, 1, Set.of("game-server"), Map.of(), Map.of(), 10));
        wide.open(gameServer(), HERE).reserve(2_560);
        RequestMemory.Reservation reservation = wide.open(user("ada"), HERE);
        reservation.reserve(10);
        assertRefuses(reservation, 11, GatewayError.OVERLOADED);
    }

    @Test
    void countsLongResponsesUntilTheyAreSentAndEventsUntilTheNext() {
        RequestMemory wide = new RequestMemory(
                400_000, () -> new RateLimitProperties(true, 1, 1, Set.of("game-server"), Map.of(), Map.of(), 10));
        RequestMemory.Reservation reservation = wide.open(user("ada"), HERE);
        reservation.reserve(100);
        reservation.reserveResponse(16_384);
        assertThat(wide.reserved()).isEqualTo(100);
        reservation.reserveResponse(90_000);
        assertThat(wide.reserved()).isEqualTo(90_100);
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> wide.open(user("ada"), HERE).reserveResponse(20_000));
        reservation.reserveResponse(50_000);
        assertThat(wide.reserved()).isEqualTo(50_100);
        reservation.dispose();
        assertThat(wide.reserved()).isZero();
    }

    @Test
    void releasesAReservationOnce() {
        RequestMemory.Reservation other = memory.open(user("ada"), HERE);
        other.reserve(10);
        RequestMemory.Reservation reservation = memory.open(user("ada"), HERE);
        reservation.reserve(50);
        reservation.reserve(20);
        reservation.dispose();
        reservation.dispose();
        reservation.reserve(70);
        assertThat(memory.reserved()).isEqualTo(10);
        other.dispose();
        assertThat(memory.reserved()).isZero();
        IntStream.range(0, 50).forEach(i -> memory.open(user("ada"), HERE).reserve(2));
    }

    private static void assertRefuses(RequestMemory.Reservation reservation, long bytes, GatewayError error) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> reservation.reserve(bytes))
                .satisfies(known -> assertThat(known.error()).isEqualTo(error));
    }

    private static CallerIdentity user(String subject) {
        return caller(subject, Set.of());
    }

    private static CallerIdentity gameServer() {
        return caller("server", Set.of("game-server"));
    }

    private static CallerIdentity caller(String name, Set<String> roles) {
        return new CallerIdentity(Caller.authenticated(roles), name, null, null, null);
    }
}
