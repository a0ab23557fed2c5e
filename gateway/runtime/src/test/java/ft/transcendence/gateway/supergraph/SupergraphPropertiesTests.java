package ft.transcendence.gateway.supergraph;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class SupergraphPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(SupergraphProperties.class))
                .isEqualTo(new SupergraphProperties(
                        "", Duration.ofSeconds(1), DataSize.ofMegabytes(32), Duration.ofHours(1)));
        assertThat(bind(SupergraphProperties.class, "file=/data/supergraph.graphql")
                        .file())
                .isEqualTo("/data/supergraph.graphql");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poll-interval=0s | pollInterval",
                "operation-cache-size=1023KB | operation-cache-size must be at least 1MB",
                "operation-cache-idle=999ms | operationCacheIdle",
                "path=x | path"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(SupergraphProperties.class, setting)).contains(reason);
    }
}
