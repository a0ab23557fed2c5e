package ft.transcendence.matches.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Time limits for game servers.
 *
 * @param silence how long a game server may be silent before its matches move to another one, or freeze if they run
 * @param forgottenAfter how long a game server is listed after its last heartbeat
 * @param checkEvery how often silent game servers and waiting matches are looked for
 */
@ConfigurationProperties(prefix = "matches.servers", ignoreUnknownFields = false)
record ServerProperties(Duration silence, Duration forgottenAfter, Duration checkEvery) {

    ServerProperties {
        requirePositive("silence", silence);
        requirePositive("forgotten-after", forgottenAfter);
        requirePositive("check-every", checkEvery);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("matches.servers." + name + " must be positive");
        }
    }
}
