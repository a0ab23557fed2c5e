package ft.transcendence.gateway.subgraph;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Calls of subgraphs.
 *
 * @param client HTTP client for queries and mutations: the gateway's own, which is the fastest, or Reactor Netty's
 * @param connectTimeout time to open a connection
 * @param responseTimeout silence after which a call times out
 * @param queryRetries retries of a query after a connection failure or a 502, 503 or 504; mutations are never retried
 * @param maxConnections open connections to one subgraph
 * @param maxSubscriptions open subscriptions to one subgraph
 * @param sharedStreams subscriptions, by the name of their field, that share one stream among equal requests of the same caller,
 *     and what late joiners get
 * @param maxWaitingEvents events of a shared stream that may queue for one slow client
 * @param maxIdleTime how long an unused connection stays open; keep it below the subgraph's own keep-alive time, so that no
 *     request meets a connection that is just being closed
 * @param maxResponseSize longest accepted response
 * @param deduplicateQueries whether equal queries with equal forwarded headers share one call while it is in flight
 * @param credential shared secret that proves to subgraphs that a call comes from the gateway; empty sends none
 * @param forwardAuthorization whether subgraphs get the caller's {@code Authorization} header
 * @param forwardHeaders the client's other headers that subgraphs get
 * @param named settings of single subgraphs, by their name in the supergraph: {@code url} and {@code response-timeout}
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

        @DefaultValue("true") boolean forwardAuthorization,

        @DefaultValue({"traceparent", "tracestate", "x-request-id", "accept-language"})
        List<String> forwardHeaders,

        @DefaultValue Map<String, @Valid Named> named) {
    private static final int SHORTEST_CREDENTIAL = 32;

    SubgraphProperties {
        if (!credential.isEmpty() && credential.length() < SHORTEST_CREDENTIAL) {
            throw new IllegalArgumentException("GATEWAY_CREDENTIAL must have at least " + SHORTEST_CREDENTIAL
                    + " characters; make one with `openssl rand -hex 32`");
        }
        if (maxResponseSize.toBytes() < 1) {
            throw new IllegalArgumentException("gateway.subgraphs.max-response-size must be positive");
        }
        if (maxWaitingEvents.toBytes() < 1) {
            throw new IllegalArgumentException("gateway.subgraphs.max-waiting-events must be positive");
        }
        forwardHeaders = List.copyOf(forwardHeaders);
        sharedStreams = Map.copyOf(sharedStreams);
        named = Map.copyOf(named);
    }

    /**
     * Settings of one subgraph.
     *
     * @param url its address, instead of the supergraph's routing URL
     * @param responseTimeout instead of the common one
     */
    record Named(
            @Nullable URI url,
            @Nullable @DurationMin(millis = 1) Duration responseTimeout) {}

    Duration responseTimeoutOf(String subgraph) {
        Named own = named.get(subgraph);
        return own == null || own.responseTimeout() == null ? responseTimeout : own.responseTimeout();
    }

    /** Omits the credential. */
    @Override
    public String toString() {
        return "SubgraphProperties[" + named + "]";
    }
}
