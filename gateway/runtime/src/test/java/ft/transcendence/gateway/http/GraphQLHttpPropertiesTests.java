package ft.transcendence.gateway.http;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class GraphQLHttpPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(GraphQLHttpProperties.class))
                .isEqualTo(new GraphQLHttpProperties(
                        "/graphql",
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(4),
                        DataSize.ofMegabytes(32),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        DataSize.ofKilobytes(4),
                        false,
                        false,
                        false,
                        List.of()));
    }

    @Test
    void acceptsValuesAtTheBounds() {
        GraphQLHttpProperties properties = bind(
                GraphQLHttpProperties.class,
                "max-body-size=1B",
                "request-memory=16B",
                "max-response-size=2147483647B",
                "compress-from=0B",
                "receive-timeout=1ms",
                "request-timeout=1ms",
                "allowed-origins=https://a.example,https://b.example");

        assertThat(properties.allowedOrigins()).containsExactly("https://a.example", "https://b.example");
        assertThat(properties.maxResponseSize().toBytes()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path=graphql | must start with a slash",
                "max-body-size=0B | max-body-size must be positive",
                "max-body-size=3MB | request-memory must be at least 16 times",
                "max-response-size=0B | max-response-size must be positive and below 2GB",
                "max-response-size=2GB | max-response-size must be positive and below 2GB",
                "request-memory=15MB | request-memory must be at least 16 times",
                "receive-timeout=0s | receiveTimeout",
                "request-timeout=0s | requestTimeout",
                "compress-from=-1B | compress-from must not be negative",
                "allowed-origins=* | must list each origin",
                "allowed-origins=https://*.com | must list each origin",
                "allowed-origins=https://* | must list each origin",
                "allowed-origins=*://*.pong.example | must list each origin",
                "allowed-origins=https://*.pong.* | must list each origin",
                "pth=/x | pth"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(GraphQLHttpProperties.class, setting)).contains(reason);
    }
}
