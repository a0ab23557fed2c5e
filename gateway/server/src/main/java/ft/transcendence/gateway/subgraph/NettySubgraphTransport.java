package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.plan.OperationKind;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Flow;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Carries the engine's requests over HTTP/1.1 with kept-alive connections. It shares the server's event loops, so that an answer is
 * mostly handled on the thread that received it.
 */
@Component
final class NettySubgraphTransport implements SubgraphTransport, DisposableBean {
    private static final String CREDENTIAL_HEADER = "X-Gateway-Credential";
    private static final String ACCEPTED = "application/graphql-response+json, application/json;q=0.9";

    private record Target(String subgraph, String routingUrl) {}

    private final SubgraphProperties properties;
    private final SubgraphAddresses addresses;
    private final ConnectionProvider connections;
    private final HttpClient http;
    /** Subscriptions hold their connections, so they have their own, and cannot take those of queries. */
    private final ConnectionProvider streamConnections;

    private final HttpClient streams;
    private final ConcurrentMap<Target, SubgraphClient> clients = new ConcurrentHashMap<>();
    private final CallsInFlight<Question, SubgraphResponse> inFlight = new CallsInFlight<>();

    NettySubgraphTransport(SubgraphProperties properties, SubgraphAddresses addresses) {
        this.properties = properties;
        this.addresses = addresses;
        this.connections = ConnectionProvider.builder("subgraphs")
                .maxConnections(properties.maxConnections())
                .maxIdleTime(properties.maxIdleTime())
                .pendingAcquireTimeout(properties.responseTimeout())
                .build();
        this.streamConnections = ConnectionProvider.builder("subgraph-streams")
                .maxConnections(properties.maxSubscriptions())
                .maxIdleTime(properties.maxIdleTime())
                .pendingAcquireTimeout(properties.responseTimeout())
                .build();
        this.http = client(connections);
        this.streams = client(streamConnections);
    }

    private HttpClient client(ConnectionProvider provider) {
        return HttpClient.create(provider)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                // an aborted mutation may have had its effect: it is for the caller to decide, never for the client
                // library
                .disableRetry(true)
                .headers(headers -> {
                    headers.set(HttpHeaderNames.ACCEPT, ACCEPTED);
                    if (!properties.credential().isEmpty()) {
                        headers.set(CREDENTIAL_HEADER, properties.credential());
                    }
                });
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        if (properties.deduplicateQueries() && request.kind() == OperationKind.QUERY) {
            return inFlight.share(Question.of(request), () -> call(request));
        }
        return call(request);
    }

    // a call gives exactly one response, so its future never holds null
    @SuppressWarnings("NullAway")
    private CompletableFuture<SubgraphResponse> call(SubgraphRequest request) {
        return clientOf(request).call(request).toFuture();
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        return JdkFlowAdapter.publisherToFlowPublisher(clientOf(request).subscribe(request));
    }

    private SubgraphClient clientOf(SubgraphRequest request) {
        return clients.computeIfAbsent(new Target(request.subgraph(), request.url()), this::newClient);
    }

    private SubgraphClient newClient(Target target) {
        // as a URI it is parsed here, as a string for each call
        URI address = addresses.resolve(target.subgraph(), target.routingUrl());
        HttpClient client = http.responseTimeout(properties.responseTimeoutOf(target.subgraph()));
        return new SubgraphClient(
                target.subgraph(),
                client.post().uri(address),
                streams.post().uri(address),
                properties.queryRetries(),
                properties.maxResponseSize().toBytes());
    }

    @Override
    public void destroy() {
        connections.dispose();
        streamConnections.dispose();
    }
}
