package ft.transcendence.gateway.explorer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The explorer.
 *
 * @param enabled whether the explorer is served; off in production
 */
@ConfigurationProperties(prefix = "gateway.explorer", ignoreUnknownFields = false)
record ExplorerProperties(@DefaultValue("false") boolean enabled) {}
