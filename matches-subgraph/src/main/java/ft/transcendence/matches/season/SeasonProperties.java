package ft.transcendence.matches.season;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for seasons.
 *
 * @param months how long a season is: 1, 2, 3, 4, 6 or 12 months, from the first of a month in UTC. A change applies
 *     from the next season on
 * @param archiveAfter how long after its end a season is archived; longer than a result takes to be stored
 * @param checkEvery how often ended seasons are looked for
 */
@Validated
@ConfigurationProperties(prefix = "matches.seasons", ignoreUnknownFields = false)
record SeasonProperties(
        @DefaultValue("3") int months,
        @DefaultValue("1m") @DurationMin(seconds = 0) Duration archiveAfter,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration checkEvery) {

    private static final int MONTHS_PER_YEAR = 12;

    @AssertTrue(message = "must divide a year") boolean isMonthsAPartOfAYear() {
        return months > 0 && MONTHS_PER_YEAR % months == 0;
    }

    /** When a season ends that contains this moment: at the first of a month, so that the first season of a year begins with it. */
    Instant endAfter(Instant moment) {
        YearMonth month = YearMonth.from(moment.atZone(ZoneOffset.UTC));
        int part = (month.getMonthValue() - 1) / months + 1;
        return YearMonth.of(month.getYear(), 1)
                .plusMonths((long) part * months)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
