package ft.transcendence.gateway.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The access log.
 *
 * @param enabled whether one line is logged for each operation, and each response has an {@code X-Request-Id}
 */
@ConfigurationProperties(prefix = "gateway.access-log", ignoreUnknownFields = false)
public record AccessLogProperties(@DefaultValue("true") boolean enabled) {}
