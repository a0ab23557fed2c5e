package ft.transcendence.matches.server;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Time limits for game servers.
 *
 * @param silence how long a game server may be silent before its matches move to another one, or freeze if they run
 * @param forgottenAfter how long a game server is listed after its last heartbeat
 * @param checkEvery how often silent game servers and waiting matches are looked for
 */
@Validated
@ConfigurationProperties(prefix = "matches.servers", ignoreUnknownFields = false)
record ServerProperties(
        @DurationMin(nanos = 1) Duration silence,
        @DurationMin(nanos = 1) Duration forgottenAfter,
        @DurationMin(nanos = 1) Duration checkEvery) {}
