package ft.transcendence.gateway.supergraph;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(PlanningProperties.class)).isEqualTo(new PlanningProperties(0, 256, 32, Duration.ofSeconds(5)));
    }

    @Test
    void zeroThreadsMeansHalfOfTheProcessors() {
        assertThat(bind(PlanningProperties.class).toSettings().threads()).isPositive();
        assertThat(bind(PlanningProperties.class, "threads=3").toSettings().threads())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads=-1 | threads",
                "max-waiting=0 | maxWaiting",
                "max-waiting-per-caller=0 | maxWaitingPerCaller",
                "max-wait=0s | maxWait",
                "pool=3 | pool"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(PlanningProperties.class, setting)).contains(reason);
    }
}
