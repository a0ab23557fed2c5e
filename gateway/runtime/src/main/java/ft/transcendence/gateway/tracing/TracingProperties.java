package ft.transcendence.gateway.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Traces of operations.
 *
 * @param endpoint base address of an OpenTelemetry collector or backend that accepts OTLP over HTTP, such as {@code
 *     http://localhost:4318}; traces are off without one
 * @param sampling share of the operations that are traced, from 0 to 1, unless the client has decided in its {@code traceparent}
 * @param serviceName the name of this gateway in traces
 * @param exportEvery how often finished spans are sent
 * @param maxWaiting finished spans that may wait to be sent; further ones are lost
 */
@Validated
@ConfigurationProperties(prefix = "gateway.tracing", ignoreUnknownFields = false)
record TracingProperties(
        @DefaultValue("") String endpoint,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double sampling,

        @DefaultValue("gateway") String serviceName,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration exportEvery,
        @DefaultValue("2048") @Positive int maxWaiting) {
    TracingProperties {
        if (!endpoint.isEmpty() && !isAddress(endpoint)) {
            throw new IllegalArgumentException(
                    "gateway.tracing.endpoint must be an address such as http://localhost:4318, but is '" + endpoint
                            + "'");
        }
    }

    private static boolean isAddress(String endpoint) {
        try {
            return URI.create(endpoint).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    boolean isOn() {
        return !endpoint.isEmpty();
    }
}
