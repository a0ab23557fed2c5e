package ft.transcendence.gateway.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The configuration file. These settings cannot be in it.
 *
 * @param file path of a YAML file with settings, by the same names as everywhere; none by default
 * @param pollInterval how often the file is checked for changes
 */
@Validated
@ConfigurationProperties(prefix = "gateway.config")
record ConfigFileProperties(
        @Nullable Path file,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration pollInterval) {}
