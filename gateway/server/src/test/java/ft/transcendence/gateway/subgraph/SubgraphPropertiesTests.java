package ft.transcendence.gateway.subgraph;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class SubgraphPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(SubgraphProperties.class))
                .isEqualTo(new SubgraphProperties(
                        ClientImplementation.EVENT_LOOP,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        1,
                        256,
                        10_000,
                        Map.of(),
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(8),
                        false,
                        "",
                        true,
                        List.of("traceparent", "tracestate", "x-request-id", "accept-language"),
                        Map.of()));
    }

    @Test
    void acceptsSettingsOfOneSubgraph() {
        SubgraphProperties properties = bind(
                SubgraphProperties.class,
                "named.users.url=http://users:8080/graphql",
                "named.users.response-timeout=3s");

        assertThat(properties.named().get("users"))
                .isEqualTo(
                        new SubgraphProperties.Named(URI.create("http://users:8080/graphql"), Duration.ofSeconds(3)));
        assertThat(properties.responseTimeoutOf("users")).isEqualTo(Duration.ofSeconds(3));
        assertThat(properties.responseTimeoutOf("matches")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void acceptsValuesAtTheBounds() {
        assertThat(bind(SubgraphProperties.class, "client=reactor-netty").client())
                .isEqualTo(ClientImplementation.REACTOR_NETTY);
        assertThat(bind(SubgraphProperties.class, "query-retries=10").queryRetries())
                .isEqualTo(10);
        assertThat(bind(SubgraphProperties.class, "query-retries=0").queryRetries())
                .isZero();
        assertThat(bind(SubgraphProperties.class, "shared-streams.myMatches=begins-with-next-event")
                        .sharedStreams())
                .containsEntry("myMatches", LateJoin.BEGINS_WITH_NEXT_EVENT);
    }

    @Test
    void omitsItsCredential() {
        assertThat(bind(SubgraphProperties.class, "credential=" + "k".repeat(32)))
                .asString()
                .doesNotContain("kkk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client=curl | curl",
                "connect-timeout=0s | connectTimeout",
                "response-timeout=-1s | responseTimeout",
                "query-retries=-1 | queryRetries",
                "query-retries=11 | queryRetries",
                "max-connections=0 | maxConnections",
                "max-subscriptions=0 | maxSubscriptions",
                "shared-streams.x=sometimes | sometimes",
                "max-waiting-events=0B | max-waiting-events must be positive",
                "max-idle-time=0s | maxIdleTime",
                "max-response-size=0B | max-response-size must be positive",
                "credential=short | GATEWAY_CREDENTIAL must have at least 32 characters",
                "named.users.response-timeout=0s | responseTimeout",
                "named.users.uri=http://users | uri"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(SubgraphProperties.class, setting)).contains(reason);
    }
}
