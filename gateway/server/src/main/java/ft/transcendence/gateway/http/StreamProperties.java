package ft.transcendence.gateway.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Connections that stay open for subscriptions.
 *
 * @param keepAlive a quiet connection gets a sign of life this often, so that nothing between takes it for dead
 * @param initTimeout time for a WebSocket client to send {@code connection_init}
 * @param maxOperations operations under way on one WebSocket
 */
@ConfigurationProperties(prefix = "gateway.streams", ignoreUnknownFields = false)
record StreamProperties(
        @DefaultValue("15s") Duration keepAlive,
        @DefaultValue("5s") Duration initTimeout,
        @DefaultValue("100") int maxOperations) {}
