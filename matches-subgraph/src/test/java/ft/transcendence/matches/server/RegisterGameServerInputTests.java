package ft.transcendence.matches.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterGameServerInputTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://play.example",
                "wss://play.example:9443/pong",
                "ws://localhost:9000",
                "ws://127.0.0.1:9000/",
                "ws://[::1]:9000"
            })
    void acceptsAddresses(String url) {
        assertThatCode(() -> server(url, "eu-west", 100, "1.0.0+build_7").requireValid())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "play.example",
                "ws://play.example",
                "ws://localhost.play.example",
                "ws://127.0.0.1.play.example",
                "https://play.example",
                "WSS://play.example",
                "wss://",
                "wss:///pong",
                "wss://user:secret@play.example",
                "wss://play.example/?token=1",
                "wss://play.example/#match",
                "wss://play example",
                "javascript:alert(1)"
            })
    void rejectsOtherAddresses(String url) {
        assertThat(rejection(server(url, "eu", 1, "1")).code()).isEqualTo(ServerErrorCode.INVALID_SERVER_URL);
    }

    @Test
    void rejectsALongAddress() {
        assertThat(rejection(server("wss://play.example/" + "x".repeat(200), "eu", 1, "1"))
                        .code())
                .isEqualTo(ServerErrorCode.INVALID_SERVER_URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "EU", "eu west", "-eu", "eu-", "eu--west", "europe-of-the-very-far-northern-west"})
    void rejectsOtherRegions(String region) {
        assertThat(rejection(server("wss://play.example", region, 1, "1")).code())
                .isEqualTo(ServerErrorCode.INVALID_REGION);
    }

    @Test
    void reportsEverythingThatIsWrong() {
        assertThat(rejection(server("http://play.example", "", 0, "")).errors())
                .extracting(UserError::field)
                .containsExactly("url", "region", "capacity", "version");
        assertThat(rejection(server("wss://play.example", "eu", 501, "1")).code())
                .isEqualTo(ServerErrorCode.INVALID_CAPACITY);
    }

    private static RegisterGameServerInput server(String url, String region, int capacity, String version) {
        return new RegisterGameServerInput(url, region, capacity, version);
    }

    private static ChangeRejectedException rejection(RegisterGameServerInput server) {
        return catchThrowableOfType(ChangeRejectedException.class, server::requireValid);
    }
}
