package ft.transcendence.gateway.http;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(RateLimitProperties.class))
                .isEqualTo(
                        new RateLimitProperties(true, 100, 1000, Set.of("game-server"), Map.of(), Map.of(), 100_000));
    }

    @Test
    void limitsOperationsAndFields() {
        RateLimitProperties properties = bind(
                RateLimitProperties.class, "operations.Search.per-second=2", "fields.[Mutation.joinQueue].burst=3");
        assertThat(properties.operations()).containsEntry("Search", new RateLimitProperties.Allowance(2, 5));
        assertThat(properties.fields()).containsEntry("Mutation.joinQueue", new RateLimitProperties.Allowance(1, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per-second=0 | perSecond",
                "burst=0 | burst",
                "callers=0 | callers",
                "per-minute=1 | per-minute",
                "operations.Search.burst=0 | burst"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(RateLimitProperties.class, setting)).contains(reason);
    }
}
