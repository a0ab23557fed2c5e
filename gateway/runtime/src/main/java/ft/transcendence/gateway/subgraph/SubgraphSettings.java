package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.HttpAddress;
import ft.transcendence.gateway.client.TlsFiles;
import ft.transcendence.gateway.header.HeaderPolicy;
import ft.transcendence.gateway.header.HeaderRules;
import ft.transcendence.gateway.resilience.CircuitBreakerPolicy;
import ft.transcendence.gateway.resilience.EjectionPolicy;
import ft.transcendence.gateway.resilience.RetryPolicy;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.client.HttpClient;

/** The settings that apply to one subgraph: its own ones, and the common ones for all that it does not set. */
record SubgraphSettings(
        ClientImplementation client,
        Duration connectTimeout,
        Duration responseTimeout,
        int queryRetries,
        int maxConnections,
        int maxSubscriptions,
        Duration maxIdleTime,
        DataSize maxResponseSize,
        boolean deduplicateQueries,
        String credential,
        String credentialHeader,
        boolean forwardAuthorization,
        List<String> forwardHeaders,
        HeaderRules headers,
        RetryPolicy retry,
        CircuitBreakerPolicy circuitBreaker,
        TlsFiles tls,
        boolean acceptGzip,
        EjectionPolicy ejection,
        SubscriptionPolicy subscriptions) {
    private static final String ACCEPTED = "application/graphql-response+json, application/json;q=0.9";

    /** The header that proves that a request comes from the gateway; empty if the subgraph gets none. */
    Optional<Header> proof() {
        return credential.isEmpty() ? Optional.empty() : Optional.of(new Header(credentialHeader, credential));
    }

    /** The headers of every query and mutation. */
    List<Header> fixedHeaders() {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("accept", ACCEPTED));
        headers.add(new Header("content-type", "application/json"));
        headers.add(new Header("user-agent", "transcendence-gateway"));
        if (acceptGzip) {
            headers.add(new Header("accept-encoding", "gzip"));
        }
        proof().ifPresent(headers::add);
        return headers;
    }

    HeaderPolicy headerPolicy() {
        return new HeaderPolicy(forwardAuthorization, forwardHeaders, credentialHeader, headers);
    }

    ClientSettings toClientSettings() {
        return new ClientSettings(connectTimeout, maxIdleTime, maxConnections, maxResponseSize.toBytes());
    }

    /** Reactor Netty's client with this TLS. Without any it uses the Java runtime's, for addresses that need it. */
    HttpClient secured(HttpClient http, URI address, @Nullable SslContext tls) {
        return tls == null || !HttpAddress.of(address).secure()
                ? http
                : http.secure(spec -> spec.sslContext(tls).handshakeTimeout(connectTimeout));
    }

    /** After this time no call that has begun is still running, unless it was cancelled anyway. */
    Duration longestCall() {
        // each attempt may have to wait for its start, for a connection and for a response
        return responseTimeout
                .multipliedBy(3)
                .plus(connectTimeout.multipliedBy(2))
                .multipliedBy(queryRetries + 1L);
    }

    /** Omits the credential. */
    @Override
    public String toString() {
        return "SubgraphSettings[" + client + "]";
    }
}
