package ft.transcendence.gateway.http;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(StreamProperties.class))
                .isEqualTo(new StreamProperties(
                        Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(60), 100, 100, 1000, 5000));
    }

    @Test
    void acceptsValuesAtTheBounds() {
        assertThat(bind(StreamProperties.class, "stall-timeout=24h", "keep-alive=1ms", "max-total=1")
                        .stallTimeout())
                .isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep-alive=0s | keepAlive",
                "init-timeout=0s | initTimeout",
                "stall-timeout=0s | stallTimeout",
                "stall-timeout=25h | stallTimeout",
                "max-operations=0 | maxOperations",
                "max-per-caller=0 | maxPerCaller",
                "max-per-address=0 | maxPerAddress",
                "max-total=0 | maxTotal",
                "max=1 | max"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(StreamProperties.class, setting)).contains(reason);
    }
}
