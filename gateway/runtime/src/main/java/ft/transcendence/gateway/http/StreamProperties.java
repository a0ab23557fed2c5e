package ft.transcendence.gateway.http;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Connections that stay open for subscriptions. The limits on open streams apply to operations over server-sent events and
 * WebSockets, and separately to WebSockets themselves.
 *
 * @param keepAlive interval of keep-alives on a quiet connection; a WebSocket whose client is silent for three of them is closed
 * @param initTimeout time for a WebSocket client to send {@code connection_init}
 * @param stallTimeout time for a client to acknowledge what was sent, before its connection is closed
 * @param maxOperations concurrent operations on one WebSocket
 * @param maxPerCaller open streams of one caller: a user by id, anyone else by network address
 * @param maxPerAddress open streams of one network address, over all its callers
 * @param maxTotal open streams in total
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
