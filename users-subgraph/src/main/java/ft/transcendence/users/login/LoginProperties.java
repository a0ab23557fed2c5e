package ft.transcendence.users.login;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for logins.
 *
 * @param freshFor how long a login counts as recent
 */
@Validated
@ConfigurationProperties(prefix = "users.login", ignoreUnknownFields = false)
record LoginProperties(
        @DefaultValue("5m") @DurationMin(millis = 1) Duration freshFor) {}
