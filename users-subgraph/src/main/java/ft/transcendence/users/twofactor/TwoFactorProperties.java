package ft.transcendence.users.twofactor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for two-factor authentication.
 *
 * @param issuer the name that authenticator apps show next to the code
 * @param setupLifetime how long a pending secret is valid
 * @param tries how many wrong codes are accepted per pending secret
 */
@Validated
@ConfigurationProperties(prefix = "users.two-factor", ignoreUnknownFields = false)
record TwoFactorProperties(
        @DefaultValue("Transcendence") @NotBlank String issuer,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration setupLifetime,
        @DefaultValue("5") @Positive int tries) {}
