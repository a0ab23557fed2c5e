package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PreflightTests {

    @Test
    void reportsATakenPortWithASolution() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(Math.min(other.getLocalPort(), 65_525));
            int offset = other.getLocalPort() - ports.base();

            assertThatThrownBy(() -> Preflight.requireFreePorts(ports))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Port " + (ports.base() + offset))
                    .hasMessageContaining("./transcend up --port");
        }
    }

    @Test
    void reportsMissingMemory() {
        assertThatThrownBy(() -> Preflight.requireMemory(OptionalLong.of(512)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("512 MiB")
                .hasMessageContaining("2500");
    }

    @Test
    void acceptsUnknownFreeMemory() {
        assertThatCode(() -> Preflight.requireMemory(OptionalLong.empty())).doesNotThrowAnyException();
    }
}
