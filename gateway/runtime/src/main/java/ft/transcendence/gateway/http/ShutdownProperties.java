package ft.transcendence.gateway.http;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway stops. It is not ready from the beginning of the shutdown; after the delay streams end, requests in flight are
 * completed, and the process ends.
 *
 * @param drainDelay how long the gateway serves requests after it has begun to stop: as long as a load balancer needs to notice that
 *     it is not ready. Responses close their connections meanwhile. Zero without a balancer
 */
@Validated
@ConfigurationProperties(prefix = "gateway.shutdown", ignoreUnknownFields = false)
record ShutdownProperties(
        @DefaultValue("0s") @DurationMin(millis = 0) @DurationMax(seconds = 15)
        Duration drainDelay) {}
