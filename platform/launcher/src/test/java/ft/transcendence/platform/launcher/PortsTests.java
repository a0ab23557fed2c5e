package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTests {

    @Test
    void areNumberedFromTheGatewaysPort() {
        Ports ports = new Ports(9080);

        assertThat(ports.all().keySet()).hasSize(11).allMatch(port -> port >= 9080 && port <= 9090);
        assertThat(ports.issuer()).isEqualTo("http://localhost:9081/realms/transcendence");
    }

    @Test
    void doNotOverlapWithTheNextPlatform() {
        Set<Integer> first = new Ports(8080).all().keySet();

        assertThat(new Ports(9080).all().keySet()).doesNotContainAnyElementsOf(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 1023, 65_526, 70_000})
    void rejectsABasePortOutOfRange(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("--port");
    }
}
