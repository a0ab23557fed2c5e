package ft.transcendence.subgraph.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Traces.
 *
 * @param endpoint base address of an OpenTelemetry collector or backend that accepts OTLP over HTTP, such as {@code
 *     http://localhost:4318}; traces are off without one
 * @param sampling share of the traces that begin here which is recorded, from 0 to 1. The gateway decides for its requests
 * @param exportEvery how often finished spans are sent
 * @param maxWaiting finished spans that may wait to be sent; further ones are lost
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.tracing", ignoreUnknownFields = false)
record TracingProperties(
        @DefaultValue("") String endpoint,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double sampling,

        @DefaultValue("5s") @DurationMin(millis = 1) Duration exportEvery,
        @DefaultValue("2048") @Positive int maxWaiting) {

    boolean isOn() {
        return !endpoint.isEmpty();
    }
}
