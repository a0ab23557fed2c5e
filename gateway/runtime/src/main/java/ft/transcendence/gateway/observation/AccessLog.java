package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.operation.AccessLogProperties;
import ft.transcendence.gateway.operation.CompletedOperation;
import ft.transcendence.gateway.operation.OperationListener;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs one line per operation to the logger {@code access}, with the fields of {@link AccessLogEntry}. If the log is structured
 * ({@code logging.structured.format.console}), the fields are fields of its entries, and not a part of the message.
 */
@Component
final class AccessLog implements OperationListener {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    private final boolean enabled;
    private final boolean structured;

    AccessLog(AccessLogProperties properties, Environment environment) {
        this.enabled = properties.enabled();
        this.structured = environment.containsProperty("logging.structured.format.console")
                || environment.containsProperty("logging.structured.format.file");
    }

    @Override
    public boolean isActive() {
        return enabled && LOG.isInfoEnabled();
    }

    @Override
    public void completed(CompletedOperation operation) {
        AccessLogEntry entry = AccessLogEntry.of(operation);
        if (structured) {
            LoggingEventBuilder event = LOG.atInfo().setMessage("operation");
            for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
                event = event.addKeyValue(field.getKey(), field.getValue());
            }
            event.log();
        } else {
            LOG.info(entry.line());
        }
    }
}
