package ft.transcendence.gateway.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Several operations in one request, as a JSON array.
 *
 * @param enabled whether clients may send batches
 * @param maxOperations operations in one batch; each counts for the rate limit and has the limits of an operation
 */
@Validated
@ConfigurationProperties(prefix = "gateway.batching", ignoreUnknownFields = false)
record BatchProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("10") @Min(1) @Max(100) int maxOperations) {}
