package ft.transcendence.gateway.http;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Connections that stay open for subscriptions. The three limits hold for operations over server-sent events and WebSockets, and once
 * more for WebSockets themselves.
 *
 * @param keepAlive a quiet connection gets a sign of life this often, so that nothing between takes it for dead; a WebSocket whose
 *     client gives none itself for three of them is closed
 * @param initTimeout time for a WebSocket client to send {@code connection_init}
 * @param stallTimeout time for a client's side to acknowledge what was sent; then the connection is closed
 * @param maxOperations operations under way on one WebSocket
 * @param maxPerCaller open at the same time for one caller: a user by id, anybody else by network address
 * @param maxPerAddress open at the same time for one network address, whoever its callers are
 * @param maxTotal open at the same time altogether
 */
@Validated
@ConfigurationProperties(prefix = "gateway.streams", ignoreUnknownFields = false)
record StreamProperties(
        @DefaultValue("15s") @DurationMin(millis = 1) Duration keepAlive,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration initTimeout,

        @DefaultValue("60s") @DurationMin(millis = 1) @DurationMax(hours = 24)
        Duration stallTimeout,

        @DefaultValue("100") @Positive int maxOperations,
        @DefaultValue("100") @Positive int maxPerCaller,
        @DefaultValue("1000") @Positive int maxPerAddress,
        @DefaultValue("5000") @Positive int maxTotal) {}
