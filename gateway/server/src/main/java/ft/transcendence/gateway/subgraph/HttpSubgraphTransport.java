package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.PostTarget;
import ft.transcendence.gateway.singleflight.SingleFlight;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Flow;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Sends the engine's requests to subgraphs over HTTP. It shares the server's event loops, so a response is mostly handled on the
 * thread that received it. It stops after the server, whose requests need it, and before the event loops, which close its
 * connections.
 */
@Component
final class HttpSubgraphTransport implements SubgraphTransport, SmartLifecycle {
    static final String CREDENTIAL_HEADER = "X-Gateway-Credential";
    private static final String ACCEPTED = "application/graphql-response+json, application/json;q=0.9";

    /**
     * One above the phase of {@code ReactorResourceFactory}, which owns the event loops, and far below the server's: the highest
     * stops first.
     */
    private static final int PHASE = 1;

    private record Target(String subgraph, String routingUrl) {
        static Target of(SubgraphRequest request) {
            return new Target(request.subgraph(), request.url());
        }
    }

    private final SubgraphProperties properties;
    private final SubgraphAddresses addresses;
    private final PostClient client;
    private final ConcurrentMap<Target, SubgraphCalls> calls = new ConcurrentHashMap<>();
    private final SingleFlight<DeduplicationKey, SubgraphResponse> queries = new SingleFlight<>();
    /** Subscriptions hold their connections, so they have a pool of their own and cannot starve queries. */
    private final ConnectionProvider streamConnections;

    private final SharedStreams sharedStreams;
    private final ConcurrentMap<Target, SubgraphStreams> streams = new ConcurrentHashMap<>();
    private volatile boolean running;

    HttpSubgraphTransport(SubgraphProperties properties, SubgraphAddresses addresses) {
        this.properties = properties;
        this.addresses = addresses;
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("accept", ACCEPTED));
        headers.add(new Header("content-type", "application/json"));
        headers.add(new Header("user-agent", "transcendence-gateway"));
        if (!properties.credential().isEmpty()) {
            headers.add(new Header(CREDENTIAL_HEADER, properties.credential()));
        }
        this.client = properties
                .client()
                .create(
                        new ClientSettings(
                                properties.connectTimeout(),
                                properties.maxIdleTime(),
                                properties.maxConnections(),
                                properties.maxResponseSize().toBytes()),
                        headers);
        this.sharedStreams = new SharedStreams(
                properties.sharedStreams(), properties.maxWaitingEvents().toBytes());
        this.streamConnections = ConnectionProvider.builder("subgraph-streams")
                .maxConnections(properties.maxSubscriptions())
                .maxIdleTime(properties.maxIdleTime())
                .pendingAcquireTimeout(properties.responseTimeout())
                .build();
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        if (properties.deduplicateQueries() && request.kind() == OperationKind.QUERY) {
            return queries.share(DeduplicationKey.of(request), () -> call(request));
        }
        return call(request);
    }

    private CompletableFuture<SubgraphResponse> call(SubgraphRequest request) {
        return calls.computeIfAbsent(Target.of(request), this::newCalls).call(request);
    }

    private SubgraphCalls newCalls(Target target) {
        PostTarget address = client.target(
                addresses.resolve(target.subgraph(), target.routingUrl()),
                properties.responseTimeoutOf(target.subgraph()));
        return new SubgraphCalls(target.subgraph(), address, properties.queryRetries());
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        SubgraphStreams subgraph = streams.computeIfAbsent(Target.of(request), this::newStreams);
        return JdkFlowAdapter.publisherToFlowPublisher(sharedStreams.join(request, () -> subgraph.subscribe(request)));
    }

    private SubgraphStreams newStreams(Target target) {
        HttpClient http = HttpClient.create(streamConnections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .disableRetry(true)
                .headers(headers -> {
                    if (!properties.credential().isEmpty()) {
                        headers.set(CREDENTIAL_HEADER, properties.credential());
                    }
                });
        // parsed once here; a string would be parsed for every call
        URI address = addresses.resolve(target.subgraph(), target.routingUrl());
        return new SubgraphStreams(
                target.subgraph(),
                http.post().uri(address),
                properties.maxResponseSize().toBytes());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        client.close();
        streamConnections.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Closed connections are not opened again. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
