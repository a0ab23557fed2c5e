package ft.transcendence.matches.match;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Time limits for open matches, so that no player is stuck in an abandoned one. Only time in which game servers could reach this service
 * counts.
 *
 * @param waiting how long a match may wait for its start
 * @param silence how long the game server of a running match may be silent
 * @param grace how long a frozen match waits for its game server to come back
 * @param playing how long a match may run
 * @param lateResults how long the result is accepted of a match that was aborted because its game server was silent
 * @param checkEvery how often matches are checked
 */
@Validated
@ConfigurationProperties(prefix = "matches.timeouts", ignoreUnknownFields = false)
record TimeoutProperties(
        @DurationMin(nanos = 1) Duration waiting,
        @DurationMin(nanos = 1) Duration silence,
        @DurationMin(nanos = 1) Duration grace,
        @DurationMin(nanos = 1) Duration playing,
        @DurationMin(nanos = 1) Duration lateResults,
        @DurationMin(nanos = 1) Duration checkEvery) {}
