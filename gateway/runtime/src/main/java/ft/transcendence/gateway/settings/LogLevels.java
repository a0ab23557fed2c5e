package ft.transcendence.gateway.settings;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The levels of loggers in the settings. */
record LogLevels(Map<String, LogLevel> byLogger) {
    static final String PREFIX = "logging.level.";

    LogLevels {
        byLogger = Map.copyOf(byLogger);
    }

    static LogLevels of(Binder settings) {
        return new LogLevels(settings.bind("logging.level", Bindable.mapOf(String.class, LogLevel.class))
                .orElse(Map.of()));
    }

    /** Sets the levels that differ from earlier ones. A logger without a level has that of the one above it. */
    void replace(LogLevels earlier, LoggingSystem loggers) {
        Set<String> names = new HashSet<>(byLogger.keySet());
        names.addAll(earlier.byLogger.keySet());
        for (String name : names) {
            LogLevel level = byLogger.get(name);
            if (level != earlier.byLogger.get(name)) {
                set(name, level, loggers);
            }
        }
    }

    private static void set(String name, @Nullable LogLevel level, LoggingSystem loggers) {
        if (name.equalsIgnoreCase(LoggingSystem.ROOT_LOGGER_NAME)) {
            loggers.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level == null ? LogLevel.INFO : level);
        } else {
            loggers.setLogLevel(name, level);
        }
    }
}
