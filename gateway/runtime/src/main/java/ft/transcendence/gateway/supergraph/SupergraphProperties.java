package ft.transcendence.gateway.supergraph;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The supergraph and its operation cache.
 *
 * @param file path of the composed supergraph SDL; required
 * @param pollInterval how often the file is checked for changes; polling also notices replaced symbolic links and mounts
 * @param operationCacheSize approximate memory for parsed and planned operations
 * @param operationCacheIdle how long an unused operation stays cached
 */
@Validated
@ConfigurationProperties(prefix = "gateway.supergraph", ignoreUnknownFields = false)
record SupergraphProperties(
        @DefaultValue("") String file,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration pollInterval,
        @DefaultValue("32MB") DataSize operationCacheSize,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration operationCacheIdle) {
    SupergraphProperties {
        if (operationCacheSize.toMegabytes() < 1) {
            throw new IllegalArgumentException("gateway.supergraph.operation-cache-size must be at least 1MB");
        }
    }
}
