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
 * How subgraphs are called.
 *
 * @param connectTimeout time to open a connection
 * @param responseTimeout silence after which a call counts as timed out
 * @param queryRetries further attempts of a query after a connection failure or a 502, 503 or 504; mutations are never repeated
 * @param maxConnections open connections to one subgraph
 * @param maxSubscriptions subscriptions open at one subgraph at the same time
 * @param sharedStreams subscriptions, by the name of their field, that share one stream among requests of the same caller that are
 *     equal, and what one gets who joins
 * @param maxWaitingEvents events of a shared stream that may wait for one slow client
 * @param maxIdleTime an unused connection is closed after this time; below the subgraph's own keep-alive time, so that no request
 *     meets a connection the other side is just closing
 * @param maxResponseSize longest accepted answer
 * @param deduplicateQueries whether equal queries under way with equal forwarded headers share one call
 * @param credential shared secret that tells subgraphs that the call comes from the gateway; empty sends none
 * @param forwardAuthorization whether subgraphs get the caller's {@code Authorization} header
 * @param forwardHeaders names of the client's other headers that subgraphs get
 * @param named settings of single subgraphs by their name in the supergraph
 */
@Validated
@ConfigurationProperties(prefix = "gateway.subgraphs", ignoreUnknownFields = false)
record SubgraphProperties(
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
            throw new IllegalArgumentException("gateway.subgraphs.max-response-size takes a positive size");
        }
        if (maxWaitingEvents.toBytes() < 1) {
            throw new IllegalArgumentException("gateway.subgraphs.max-waiting-events takes a positive size");
        }
        forwardHeaders = List.copyOf(forwardHeaders);
        sharedStreams = Map.copyOf(sharedStreams);
        named = Map.copyOf(named);
    }

    /**
     * One subgraph's own settings.
     *
     * @param url where it is, instead of the supergraph's routing URL
     * @param responseTimeout instead of the common one
     */
    record Named(
            @Nullable URI url,
            @Nullable @DurationMin(millis = 1) Duration responseTimeout) {}

    Duration responseTimeoutOf(String subgraph) {
        Named own = named.get(subgraph);
        return own == null || own.responseTimeout() == null ? responseTimeout : own.responseTimeout();
    }

    /** Never shows the credential. */
    @Override
    public String toString() {
        return "SubgraphProperties[" + named + "]";
    }
}
