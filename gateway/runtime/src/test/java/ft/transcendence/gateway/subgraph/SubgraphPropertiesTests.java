package ft.transcendence.gateway.subgraph;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.client.TlsFiles;
import ft.transcendence.gateway.header.HeaderRules;
import ft.transcendence.gateway.resilience.CircuitBreakerPolicy;
import ft.transcendence.gateway.resilience.EjectionPolicy;
import ft.transcendence.gateway.resilience.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class SubgraphPropertiesTests {
    @Test
    void hasDefaults() {
        SubgraphProperties properties = bind(SubgraphProperties.class);
        assertThat(properties.sharedStreams()).isEmpty();
        assertThat(properties.maxWaitingEvents()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(properties.of("users"))
                .isEqualTo(new SubgraphSettings(
                        ClientImplementation.EVENT_LOOP,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        1,
                        256,
                        10_000,
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(8),
                        false,
                        "",
                        "X-Gateway-Credential",
                        true,
                        List.of("traceparent", "tracestate", "x-request-id", "accept-language"),
                        HeaderRules.NONE,
                        new RetryPolicy(Duration.ofMillis(25), Duration.ofSeconds(1), 0.2, 10),
                        new CircuitBreakerPolicy(false, 0.5, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), 3),
                        TlsFiles.NONE,
                        false,
                        new EjectionPolicy(3, Duration.ofSeconds(10)),
                        new SubscriptionPolicy(SubscriptionPolicy.Transport.SSE, null)));
    }

    @Test
    void settingsOfOneSubgraphReplaceTheCommonOnes() {
        SubgraphProperties properties = bind(
                SubgraphProperties.class,
                "query-retries=2",
                "credential=" + "c".repeat(32),
                "named.users.url=http://users:8080/graphql",
                "named.users.client=reactor-netty",
                "named.users.connect-timeout=3s",
                "named.users.response-timeout=4s",
                "named.users.query-retries=0",
                "named.users.max-connections=5",
                "named.users.max-subscriptions=6",
                "named.users.max-idle-time=7s",
                "named.users.max-response-size=8KB",
                "named.users.deduplicate-queries=true",
                "named.users.credential=" + "u".repeat(32),
                "named.users.credential-header=X-Users",
                "named.users.forward-authorization=false",
                "named.users.forward-headers=x-tenant",
                "named.users.retry.back-off=1s",
                "named.users.circuit-breaker.enabled=true",
                "named.users.tls.trusted-certificates=ca.pem",
                "named.users.accept-gzip=true",
                "named.users.ejection.failures=1",
                "named.users.subscriptions.transport=websocket",
                "named.users.subscriptions.path=/ws");

        assertThat(properties.named().get("users"))
                .extracting(NamedSubgraphProperties::url)
                .isEqualTo(URI.create("http://users:8080/graphql"));
        assertThat(properties.of("users"))
                .isEqualTo(new SubgraphSettings(
                        ClientImplementation.REACTOR_NETTY,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        0,
                        5,
                        6,
                        Duration.ofSeconds(7),
                        DataSize.ofKilobytes(8),
                        true,
                        "u".repeat(32),
                        "X-Users",
                        false,
                        List.of("x-tenant"),
                        HeaderRules.NONE,
                        new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0.2, 10),
                        new CircuitBreakerPolicy(true, 0.5, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), 3),
                        new TlsFiles(Path.of("ca.pem"), null, null),
                        true,
                        new EjectionPolicy(1, Duration.ofSeconds(10)),
                        new SubscriptionPolicy(SubscriptionPolicy.Transport.WEBSOCKET, "/ws")));
        assertThat(properties.of("matches")).isEqualTo(properties.common());
        assertThat(properties.of("matches").queryRetries()).isEqualTo(2);
        assertThat(properties.of("matches").credential()).isEqualTo("c".repeat(32));
    }

    @Test
    void rulesForHeadersOfOneSubgraphFollowTheCommonOnes() {
        SubgraphProperties properties = bind(
                SubgraphProperties.class,
                "headers.request[0].propagate-matching=x-.*",
                "named.users.headers.request[0].remove=x-internal",
                "named.users.headers.response[0].propagate=x-region",
                "named.users.headers.response[0].merge=append");

        assertThat(properties.of("matches").headers().request()).hasToString("[x-.*]");
        assertThat(properties.of("matches").headers().response()).isEmpty();
        assertThat(properties.of("users").headers().request()).hasToString("[x-.*, x-internal]");
        assertThat(properties.of("users").headers().response())
                .hasToString("[ResponseHeaderRule[propagate=x-region, rename=null, merge=APPEND]]");
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
    void omitsCredentials() {
        SubgraphProperties properties = bind(
                SubgraphProperties.class, "credential=" + "k".repeat(32), "named.users.credential=" + "k".repeat(32));

        assertThat(properties).asString().doesNotContain("kkk");
        assertThat(properties.of("users")).asString().doesNotContain("kkk");
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
                "credential-header=a b | Not a valid header name",
                "credential-header=host | credential-header must not be 'host'",
                "forward-headers=Content-Length | forward-headers must not contain 'Content-Length'",
                "forward-headers=x-gateway-credential | forward-headers must not contain 'x-gateway-credential'",
                "headers.request[0].propagate-matching=( | Not a regular expression: (",
                "headers.request[0].propagate=host | No rule can have the header 'host'",
                "headers.request[0].value=x | has one of propagate",
                "headers.response[0].merge=last | needs propagate",
                "headers.response[0].propagate=date | Only the gateway itself sends the header 'date'",
                "headers.response[0].name=x | headers.response[0].name",
                "retry.back-off=0s | backOff",
                "retry.budget=1.1 | budget",
                "retry.reserve=-1 | reserve",
                "circuit-breaker.failure-ratio=0 | failureRatio",
                "circuit-breaker.minimum-calls=0 | minimumCalls",
                "circuit-breaker.window=500ms | window",
                "named.users.circuit-breaker.trial-calls=0 | trialCalls",
                "named.users.retry.attempts=2 | attempts",
                "tls.certificate=a.pem | tls.certificate and tls.private-key need each other",
                "named.users.tls.private-key=a.pem | tls.certificate and tls.private-key need each other",
                "ejection.failures=0 | failures",
                "named.users.urls= | urls must have different addresses",
                "named.users.urls=http://a,http://a | urls must have different addresses",
                "subscriptions.transport=mqtt | mqtt",
                "named.users.subscriptions.path=ws | must begin with '/'",
                "named.users.response-timeout=0s | responseTimeout",
                "named.users.query-retries=11 | queryRetries",
                "named.users.max-response-size=0B | max-response-size must be positive",
                "named.users.credential=short | credential must have at least 32 characters",
                "named.users.shared-streams.x=begins-with-next-event | shared-streams",
                "named.users.uri=http://users | uri"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(SubgraphProperties.class, setting)).contains(reason);
    }
}
