package ft.transcendence.users.twofactor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of two-factor authentication.
 *
 * @param issuer the name an authenticator app shows beside the code
 * @param setupLifetime how long a shown secret waits for its first code
 * @param tries how many wrong codes a shown secret survives
 */
@Validated
@ConfigurationProperties(prefix = "users.two-factor", ignoreUnknownFields = false)
record TwoFactorProperties(
        @DefaultValue("Transcendence") @NotBlank String issuer,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration setupLifetime,
        @DefaultValue("5") @Positive int tries) {}
