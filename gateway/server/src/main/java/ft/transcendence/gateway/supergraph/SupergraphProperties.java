package ft.transcendence.gateway.supergraph;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the supergraph comes from.
 *
 * @param file the composed supergraph SDL; required
 * @param pollInterval how often the file is looked at for a change; polling also sees a replaced symbolic link or mount
 * @param operationCacheSize how much memory parsed and planned operations may take, roughly
 * @param operationCacheIdle after how much time without use an operation is forgotten
 */
@Validated
@ConfigurationProperties(prefix = "gateway.supergraph", ignoreUnknownFields = false)
record SupergraphProperties(
        @Nullable Path file,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration pollInterval,
        @DefaultValue("32MB") DataSize operationCacheSize,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration operationCacheIdle) {
    SupergraphProperties {
        if (operationCacheSize.toMegabytes() < 1) {
            throw new IllegalArgumentException("gateway.supergraph.operation-cache-size must be at least 1MB");
        }
    }
}
