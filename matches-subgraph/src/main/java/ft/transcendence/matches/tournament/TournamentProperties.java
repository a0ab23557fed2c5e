package ft.transcendence.matches.tournament;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for tournaments.
 *
 * @param lifetime how long a tournament without a time of start can wait for its organizer to start it
 * @param horizon how far ahead a tournament can be planned
 * @param patience how long a pairing waits for a player who plays elsewhere, before the opponent goes on
 * @param openPerOrganizer how many open or running tournaments a player can organize at once
 * @param perDay how many tournaments a player can create within a day
 * @param perPlayer how many open or running tournaments a player can be in at once
 * @param kept how long a tournament that never started is kept
 * @param checkEvery how often matches are made, and tournaments start or expire
 */
@Validated
@ConfigurationProperties(prefix = "matches.tournament", ignoreUnknownFields = false)
record TournamentProperties(
        @DefaultValue("7d") @DurationMin(seconds = 1) Duration lifetime,
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration horizon,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration patience,
        @DefaultValue("3") @Min(1) int openPerOrganizer,
        @DefaultValue("10") @Min(1) int perDay,
        @DefaultValue("5") @Min(1) int perPlayer,
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration kept,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration checkEvery) {}
