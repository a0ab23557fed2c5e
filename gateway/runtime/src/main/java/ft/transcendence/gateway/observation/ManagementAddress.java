package ft.transcendence.gateway.observation;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where a standalone gateway serves its health and metrics. The whole gateway leaves that to the actuator. */
final class ManagementAddress {
    private ManagementAddress() {}

    /** Empty unless the gateway is standalone and has a management port; as for the actuator, -1 is none and 0 any free one. */
    static Optional<InetSocketAddress> ofStandalone(Environment environment) {
        int port = environment.getProperty("management.server.port", Integer.class, -1);
        if (port < 0 || !environment.acceptsProfiles(Profiles.of("standalone"))) {
            return Optional.empty();
        }
        String host = environment.getProperty(
                "management.server.address", environment.getProperty("server.address", "127.0.0.1"));
        return Optional.of(new InetSocketAddress(host, port));
    }
}
