package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.TlsFiles;
import ft.transcendence.gateway.header.HeaderRules;
import ft.transcendence.gateway.resilience.CircuitBreakerPolicy;
import ft.transcendence.gateway.resilience.EjectionPolicy;
import ft.transcendence.gateway.resilience.RetryPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Settings of one subgraph. Each replaces the common one of the same name, a group of settings as a whole; what is not set here is
 * as for all subgraphs.
 *
 * @param url its address, instead of the supergraph's routing URL
 * @param urls its addresses, if it has several
 * @param headers rules that follow the common ones
 */
record NamedSubgraphProperties(
        @Nullable URI url,
        @Nullable List<URI> urls,
        @Nullable ClientImplementation client,
        @Nullable @DurationMin(millis = 1) Duration connectTimeout,
        @Nullable @DurationMin(millis = 1) Duration responseTimeout,
        @Nullable @Min(0) @Max(10) Integer queryRetries,
        @Nullable @Positive Integer maxConnections,
        @Nullable @Positive Integer maxSubscriptions,
        @Nullable @DurationMin(millis = 1) Duration maxIdleTime,
        @Nullable DataSize maxResponseSize,
        @Nullable Boolean deduplicateQueries,
        @Nullable String credential,
        @Nullable String credentialHeader,
        @Nullable Boolean forwardAuthorization,
        @Nullable List<String> forwardHeaders,
        @Nullable HeaderRules headers,
        @Nullable @Valid RetryPolicy retry,
        @Nullable @Valid CircuitBreakerPolicy circuitBreaker,
        @Nullable TlsFiles tls,
        @Nullable Boolean acceptGzip,
        @Nullable @Valid EjectionPolicy ejection,
        @Nullable SubscriptionPolicy subscriptions) {
    NamedSubgraphProperties {
        SettingChecks.credential("credential", credential, credentialHeader);
        SettingChecks.size("max-response-size", maxResponseSize);
        SettingChecks.forwardHeaders(forwardHeaders);
        if (url != null && urls != null) {
            throw new IllegalArgumentException("A subgraph has either url or urls");
        }
        if (urls != null && (urls.isEmpty() || Set.copyOf(urls).size() != urls.size())) {
            throw new IllegalArgumentException("urls must have different addresses, and at least one");
        }
        urls = urls == null ? null : List.copyOf(urls);
        forwardHeaders = forwardHeaders == null ? null : List.copyOf(forwardHeaders);
    }

    /** The addresses that are set; empty if none is. */
    List<URI> addresses() {
        if (urls != null) {
            return urls;
        }
        return url == null ? List.of() : List.of(url);
    }

    /** The settings of this subgraph. */
    SubgraphSettings over(SubgraphSettings common) {
        return new SubgraphSettings(
                own(client, common.client()),
                own(connectTimeout, common.connectTimeout()),
                own(responseTimeout, common.responseTimeout()),
                own(queryRetries, common.queryRetries()),
                own(maxConnections, common.maxConnections()),
                own(maxSubscriptions, common.maxSubscriptions()),
                own(maxIdleTime, common.maxIdleTime()),
                own(maxResponseSize, common.maxResponseSize()),
                own(deduplicateQueries, common.deduplicateQueries()),
                own(credential, common.credential()),
                own(credentialHeader, common.credentialHeader()),
                own(forwardAuthorization, common.forwardAuthorization()),
                own(forwardHeaders, common.forwardHeaders()),
                headers == null ? common.headers() : common.headers().then(headers),
                own(retry, common.retry()),
                own(circuitBreaker, common.circuitBreaker()),
                own(tls, common.tls()),
                own(acceptGzip, common.acceptGzip()),
                own(ejection, common.ejection()),
                own(subscriptions, common.subscriptions()));
    }

    private static <T> T own(@Nullable T own, T common) {
        return own == null ? common : own;
    }

    /** Omits the credential. */
    @Override
    public String toString() {
        return "NamedSubgraphProperties[" + url + "]";
    }
}
