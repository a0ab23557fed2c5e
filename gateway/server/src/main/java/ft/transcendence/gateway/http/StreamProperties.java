package ft.transcendence.gateway.http;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Connections that stay open for subscriptions.
 *
 * @param keepAlive a quiet connection gets a sign of life this often, so that nothing between takes it for dead
 * @param initTimeout time for a WebSocket client to send {@code connection_init}
 * @param maxOperations operations under way on one WebSocket
 */
@Validated
@ConfigurationProperties(prefix = "gateway.streams", ignoreUnknownFields = false)
record StreamProperties(
        @DefaultValue("15s") @DurationMin(millis = 1) Duration keepAlive,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration initTimeout,
        @DefaultValue("100") @Positive int maxOperations) {}
