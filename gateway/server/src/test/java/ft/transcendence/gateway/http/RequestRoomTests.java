package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.Caller;
import ft.transcendence.gateway.identity.CallerIdentity;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRoomTests {
    private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 1);

    private final RequestRoom room =
            new RequestRoom(400, new RateLimitProperties(true, 1, 1, Set.of("game-server"), 10));

    @Test
    void whatOneCallerHoldsIsAQuarterAtMost() {
        RequestRoom.Place first = room.place(user("ada"), HERE);
        RequestRoom.Place second = room.place(user("ada"), HERE);
        first.hold(60);
        second.hold(40);
        assertRefuses(second, 41, GatewayError.RATE_LIMITED);
        room.place(user("bob"), HERE).hold(100);
        first.dispose();
        second.hold(100);
        assertThat(room.held()).isEqualTo(200);
    }

    @Test
    void whoIsNotLoggedInSharesWithTheirNetwork() {
        room.place(CallerIdentity.anonymous(), HERE).hold(100);
        assertRefuses(
                room.place(CallerIdentity.anonymous(), new InetSocketAddress("127.0.0.1", 2)), 1, GatewayError.RATE_LIMITED);
        room.place(CallerIdentity.anonymous(), new InetSocketAddress("127.0.0.2", 1))
                .hold(100);
    }

    @Test
    void whatCanNeverHaveRoomIsTooLarge() {
        assertRefuses(room.place(user("ada"), HERE), 101, GatewayError.REQUEST_TOO_LARGE);
    }

    @Test
    void allTogetherHoldNoMoreThanThereIs() {
        room.place(gameServer(), HERE).hold(350);
        assertRefuses(room.place(user("ada"), HERE), 60, GatewayError.OVERLOADED);
        room.place(user("ada"), HERE).hold(50);
    }

    @Test
    void aLittleIsFreeThoughOthersHaveTakenAll() {
        RequestRoom wide = new RequestRoom(2_560, new RateLimitProperties(true, 1, 1, Set.of("game-server"), 10));
        wide.place(gameServer(), HERE).hold(2_560);
        RequestRoom.Place place = wide.place(user("ada"), HERE);
        place.hold(10);
        assertRefuses(place, 11, GatewayError.OVERLOADED);
    }

    @Test
    void longAnswersCountUntilTheyAreSentAndStreamsUntilTheirNextEvent() {
        RequestRoom wide = new RequestRoom(400_000, new RateLimitProperties(true, 1, 1, Set.of("game-server"), 10));
        RequestRoom.Place place = wide.place(user("ada"), HERE);
        place.hold(100);
        place.holdAnswer(16_384);
        assertThat(wide.held()).isEqualTo(100);
        place.holdAnswer(90_000);
        assertThat(wide.held()).isEqualTo(90_100);
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> wide.place(user("ada"), HERE).holdAnswer(20_000));
        place.holdAnswer(50_000);
        assertThat(wide.held()).isEqualTo(50_100);
        place.dispose();
        assertThat(wide.held()).isZero();
    }

    @Test
    void isGivenBackOnceAndLeavesNothingBehind() {
        RequestRoom.Place other = room.place(user("ada"), HERE);
        other.hold(10);
        RequestRoom.Place place = room.place(user("ada"), HERE);
        place.hold(50);
        place.hold(20);
        place.dispose();
        place.dispose();
        place.hold(70);
        assertThat(room.held()).isEqualTo(10);
        other.dispose();
        assertThat(room.held()).isZero();
        IntStream.range(0, 50).forEach(i -> room.place(user("ada"), HERE).hold(2));
    }

    private static void assertRefuses(RequestRoom.Place place, long bytes, GatewayError error) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> place.hold(bytes))
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
