package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.TlsFiles;
import ft.transcendence.gateway.header.HeaderRules;
import ft.transcendence.gateway.header.HeaderSelection;
import ft.transcendence.gateway.resilience.CircuitBreakerPolicy;
import ft.transcendence.gateway.resilience.EjectionPolicy;
import ft.transcendence.gateway.resilience.RetryPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Calls of subgraphs.
 *
 * @param client HTTP client for queries and mutations: the gateway's own, which is the fastest, Reactor Netty's, or the latter
 *     with HTTP/2
 * @param connectTimeout time to open a connection
 * @param responseTimeout time for the whole response, from when the request is sent
 * @param queryRetries retries of a query after a connection failure or a 502, 503 or 504, as far as {@code retry} allows; mutations
 *     are never retried
 * @param maxConnections open connections to one subgraph, and so requests that it handles at once; twice as many may wait for one,
 *     and further ones are refused
 * @param maxSubscriptions open subscriptions to one subgraph
 * @param sharedStreams subscriptions, by the name of their field, that share one stream among equal requests of the same caller,
 *     and what late joiners get
 * @param maxWaitingEvents events of a shared stream that may queue for one slow client
 * @param maxIdleTime how long an unused connection stays open; keep it below the subgraph's own keep-alive time, so that no
 *     request meets a connection that is just being closed
 * @param maxResponseSize longest accepted response, after decompression too
 * @param deduplicateQueries whether equal queries with equal forwarded headers share one call while it is in flight
 * @param credential shared secret that proves to subgraphs that a call comes from the gateway; empty sends none
 * @param credentialHeader the header with the credential
 * @param forwardAuthorization whether subgraphs get the caller's {@code Authorization} header
 * @param forwardHeaders the client's other headers that subgraphs get
 * @param headers rules for headers, beyond {@code forward-headers}
 * @param retry when queries are retried
 * @param circuitBreaker when a subgraph that fails gets no more calls
 * @param tls files for TLS
 * @param acceptGzip whether subgraphs are asked to compress responses, which saves network and costs processor time on both sides
 * @param ejection when one of several addresses of a subgraph is left out
 * @param subscriptions how subscriptions are opened
 * @param named settings of single subgraphs, by their name in the supergraph: their {@code url} or {@code urls}, and
 *     all of the above except for {@code shared-streams} and {@code max-waiting-events}
 */
@Validated
@ConfigurationProperties(prefix = "gateway.subgraphs", ignoreUnknownFields = false)
record SubgraphProperties(
        @DefaultValue("event-loop") ClientImplementation client,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration responseTimeout,
        @DefaultValue("1") @Min(0) @Max(10) int queryRetries,
        @DefaultValue("256") @Positive int maxConnections,
        @DefaultValue("10000") @Positive int maxSubscriptions,
        @DefaultValue Map<String, LateJoin> sharedStreams,
        @DefaultValue("1MB") DataSize maxWaitingEvents,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration maxIdleTime,
        @DefaultValue("8MB") DataSize maxResponseSize,
        @DefaultValue("false") boolean deduplicateQueries,
        @DefaultValue("") String credential,
        @DefaultValue("X-Gateway-Credential") String credentialHeader,

        @DefaultValue("true") boolean forwardAuthorization,

        @DefaultValue({"traceparent", "tracestate", "x-request-id", "accept-language"})
        List<String> forwardHeaders,

        @NestedConfigurationProperty @DefaultValue HeaderRules headers,
        @NestedConfigurationProperty @DefaultValue @Valid RetryPolicy retry,

        @NestedConfigurationProperty @DefaultValue @Valid CircuitBreakerPolicy circuitBreaker,

        @NestedConfigurationProperty @DefaultValue TlsFiles tls,
        @DefaultValue("false") boolean acceptGzip,

        @NestedConfigurationProperty @DefaultValue @Valid EjectionPolicy ejection,

        @NestedConfigurationProperty @DefaultValue SubscriptionPolicy subscriptions,

        @DefaultValue Map<String, @Valid NamedSubgraphProperties> named) {
    SubgraphProperties {
        SettingChecks.credential("GATEWAY_CREDENTIAL", credential, credentialHeader);
        SettingChecks.size("gateway.subgraphs.max-response-size", maxResponseSize);
        SettingChecks.size("gateway.subgraphs.max-waiting-events", maxWaitingEvents);
        SettingChecks.forwardHeaders(forwardHeaders);
        forwardHeaders = List.copyOf(forwardHeaders);
        sharedStreams = Map.copyOf(sharedStreams);
        named = Map.copyOf(named);
    }

    /** The settings of a subgraph. */
    SubgraphSettings of(String subgraph) {
        NamedSubgraphProperties own = named.get(subgraph);
        return own == null ? common() : own.over(common());
    }

    /** The settings of every subgraph without any of its own. */
    SubgraphSettings common() {
        return new SubgraphSettings(
                client,
                connectTimeout,
                responseTimeout,
                queryRetries,
                maxConnections,
                maxSubscriptions,
                maxIdleTime,
                maxResponseSize,
                deduplicateQueries,
                credential,
                credentialHeader,
                forwardAuthorization,
                forwardHeaders,
                headers,
                retry,
                circuitBreaker,
                tls,
                acceptGzip,
                ejection,
                subscriptions);
    }

    /** The common settings, and those of all subgraphs that have some of their own. */
    Stream<SubgraphSettings> all() {
        return Stream.concat(Stream.of(common()), named.keySet().stream().map(this::of));
    }

    /** Whether the gateway proves to subgraphs who it is: to all of them, or to those that have settings of their own. */
    boolean haveCredentials() {
        return named.isEmpty()
                ? !credential.isEmpty()
                : named.keySet().stream()
                        .noneMatch(name -> of(name).credential().isEmpty());
    }

    /** What is kept of a client's headers. */
    HeaderSelection headerSelection(Set<String> claims) {
        return HeaderSelection.of(all().map(SubgraphSettings::headerPolicy).toList(), claims);
    }

    /** Omits the credentials. */
    @Override
    public String toString() {
        return "SubgraphProperties" + named;
    }
}
