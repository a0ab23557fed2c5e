package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressTests {

    private static final Ports PORTS = new Ports(9000);

    @TempDir
    private Path folder;

    @Test
    void isTheGatewaysPortByDefault() {
        assertThat(GatewayAddress.chosenBy(Map.of(), PORTS).url()).isEqualTo("http://localhost:9000");
        assertThat(address("").url()).isEqualTo("http://localhost:9000");
    }

    @Test
    void isReadFromTheEnvironmentAndNormalized() {
        assertThat(address("https://Pong.example:8443").url()).isEqualTo("https://pong.example:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pong.example",
                "https://pong.example/",
                "https://*",
                "ftp://pong.example",
                "https://a b",
                "https://u@pong.example"
            })
    void rejectsAnInvalidUrlBeforeStoringIt(String url) {
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> address(url))
                .withMessageContaining("GATEWAY_PUBLIC_URL");
    }

    @Test
    void staysTheSameForOnePlatform() {
        Path note = folder.resolve("data/gateway-address");
        address("").requireUnchanged(note);
        address("").requireUnchanged(note);

        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> address("https://pong.example").requireUnchanged(note))
                .withMessageContaining("http://localhost:9000")
                .withMessageContaining("reset");
    }

    private static GatewayAddress address(String url) {
        return GatewayAddress.chosenBy(Map.of("GATEWAY_PUBLIC_URL", url), PORTS);
    }
}
