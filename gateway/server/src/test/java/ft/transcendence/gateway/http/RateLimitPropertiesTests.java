package ft.transcendence.gateway.http;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(RateLimitProperties.class))
                .isEqualTo(new RateLimitProperties(true, 100, 1000, Set.of("game-server"), 100_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"per-second=0 | perSecond", "burst=0 | burst", "callers=0 | callers", "per-minute=1 | per-minute"})
    void refuses(String setting, String reason) {
        assertThat(refusalOf(RateLimitProperties.class, setting)).contains(reason);
    }
}
