package ft.transcendence.gateway.supergraph;

import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the supergraph comes from.
 *
 * @param file the composed supergraph SDL; required
 * @param pollInterval how often the file is looked at for a change; polling also sees a replaced symbolic link or mount
 * @param planCacheSize how many operations stay planned
 */
@Validated
@ConfigurationProperties(prefix = "gateway.supergraph", ignoreUnknownFields = false)
record SupergraphProperties(
        @Nullable Path file,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration pollInterval,
        @DefaultValue("1000") @Positive int planCacheSize) {}
