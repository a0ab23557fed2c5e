package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class LogLevelsTests {
    private final Map<String, String> set = new LinkedHashMap<>();
    private final LoggingSystem loggers = new LoggingSystem() {
        @Override
        public void beforeInitialize() {}

        @Override
        public void setLogLevel(@Nullable String name, @Nullable LogLevel level) {
            set.put(String.valueOf(name), String.valueOf(level));
        }
    };

    @Test
    void setsWhatDiffers() {
        new LogLevels(Map.of("same", LogLevel.INFO, "changed", LogLevel.DEBUG, "added", LogLevel.WARN))
                .replace(
                        new LogLevels(
                                Map.of("same", LogLevel.INFO, "changed", LogLevel.INFO, "removed", LogLevel.WARN)),
                        loggers);
        assertThat(set)
                .containsExactlyInAnyOrderEntriesOf(Map.of("changed", "DEBUG", "added", "WARN", "removed", "null"));
    }

    @Test
    void theRootAlwaysHasALevel() {
        new LogLevels(Map.of()).replace(new LogLevels(Map.of("root", LogLevel.DEBUG)), loggers);
        assertThat(set).isEqualTo(Map.of(LoggingSystem.ROOT_LOGGER_NAME, "INFO"));
    }
}
