package ft.transcendence.users.twofactor;

import java.time.Duration;
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
@ConfigurationProperties("users.two-factor")
record TwoFactorProperties(
        @DefaultValue("Transcendence") String issuer,
        @DefaultValue("10m") Duration setupLifetime,
        @DefaultValue("5") int tries) {}
