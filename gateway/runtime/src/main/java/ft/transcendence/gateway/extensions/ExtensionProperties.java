package ft.transcendence.gateway.extensions;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Extensions of the gateway.
 *
 * @param decisionTimeout how long an extension may take to decide about an operation
 */
@Validated
@ConfigurationProperties(prefix = "gateway.extensions", ignoreUnknownFields = false)
record ExtensionProperties(
        @DefaultValue("5s") @DurationMin(millis = 1) Duration decisionTimeout) {}
