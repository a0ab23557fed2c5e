package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.cache.SubgraphCache;
import ft.transcendence.gateway.client.ConnectionUse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.ReloadedTls;
import ft.transcendence.gateway.header.ExtraHeaders;
import ft.transcendence.gateway.header.HeaderSelection;
import ft.transcendence.gateway.header.PassedResponseHeaders;
import ft.transcendence.gateway.header.RequestHeaders;
import ft.transcendence.gateway.header.ResponseHeaders;
import ft.transcendence.gateway.resilience.Instances;
import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.singleflight.SingleFlight;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** One subgraph at its addresses, with its connections. Its settings never change: other settings make another object. */
final class Subgraph implements AutoCloseable {
    /** What a subgraph is made from. */
    record Plan(String name, List<URI> addresses, SubgraphSettings settings, HeaderSelection selection) {}

    private final Plan plan;
    private final RequestHeaders headers;
    private final @Nullable PassedResponseHeaders passed;
    private final PostClient client;
    private final SubgraphCalls calls;
    private final boolean deduplicates;
    private final @Nullable SubgraphCache cache;
    private final SingleFlight<DeduplicationKey, SubgraphResponse> queries = new SingleFlight<>();
    /** Subscriptions hold their connections, so they have a pool of their own and cannot starve queries. */
    private final ConnectionProvider streamConnections;

    private final SubgraphStreams streams;

    /**
     * @param condition of this subgraph, also by earlier settings
     * @param cache null when no responses are kept
     * @param timer waits before retries
     */
    Subgraph(
            Plan plan,
            SubgraphCondition condition,
            @Nullable SubgraphCache cache,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.plan = plan;
        this.cache = cache;
        SubgraphSettings settings = plan.settings();
        this.headers = new RequestHeaders(settings.headerPolicy(), plan.selection());
        this.passed = PassedResponseHeaders.of(settings.headerPolicy(), plan.selection());
        this.deduplicates = settings.deduplicateQueries();
        SslContext tls = ReloadedTls.of(settings.tls());
        this.client = settings.client()
                .create(
                        settings.toClientSettings(),
                        settings.fixedHeaders(),
                        ReloadedTls.of(settings.tls(), settings.client().alpn()));
        this.streamConnections = ConnectionProvider.builder("subgraph-streams")
                .maxConnections(settings.maxSubscriptions())
                .maxIdleTime(settings.maxIdleTime())
                .pendingAcquireTimeout(settings.responseTimeout())
                .build();
        List<Endpoint> endpoints =
                plan.addresses().stream().map(address -> endpoint(address, tls)).toList();
        Instances<Endpoint> instances = new Instances<>(endpoints, settings.ejection(), System::nanoTime);
        CircuitBreaker breaker = settings.circuitBreaker().breaker(plan.name(), clock);
        condition.watch(breaker, () -> endpoints.stream()
                .map(endpoint -> endpoint.calls().connections())
                .reduce(ConnectionUse.NONE, ConnectionUse::plus));
        this.calls = new SubgraphCalls(
                plan.name(), instances, settings, keptHeaders(passed, cache), breaker, condition, timer);
        this.streams = new SubgraphStreams(plan.name(), instances);
    }

    private static Set<String> keptHeaders(@Nullable PassedResponseHeaders passed, @Nullable SubgraphCache cache) {
        Set<String> names = new HashSet<>();
        if (passed != null) {
            names.addAll(passed.names());
        }
        if (cache != null) {
            names.addAll(cache.headers());
        }
        return Set.copyOf(names);
    }

    private Endpoint endpoint(URI address, @Nullable SslContext tls) {
        return new Endpoint(
                client.target(address, plan.settings().responseTimeout()),
                plan.settings()
                        .subscriptions()
                        .streams(streamClient(plan.settings(), address, tls), address, plan.settings()));
    }

    private HttpClient streamClient(SubgraphSettings settings, URI address, @Nullable SslContext tls) {
        HttpClient http = HttpClient.create(streamConnections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .disableRetry(true)
                .headers(common -> settings.proof().ifPresent(proof -> common.set(proof.name(), proof.value())));
        return settings.secured(http, address, tls);
    }

    Plan plan() {
        return plan;
    }

    CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        List<Header> own = ExtraHeaders.addTo(headers.of(request.context()), request);
        CompletableFuture<SubgraphResponse> call =
                request.kind() == OperationKind.QUERY ? query(request, own) : calls.call(request, own);
        ResponseHeaders collected = passed == null ? null : ResponseHeaders.of(request.context());
        return passed == null || collected == null ? call : passing(call, request, passed, collected);
    }

    private CompletableFuture<SubgraphResponse> query(SubgraphRequest request, List<Header> own) {
        if (cache != null) {
            return cache.answer(request, own, missing -> calls.call(missing, own));
        }
        return deduplicates
                ? queries.share(DeduplicationKey.of(request, own), () -> calls.call(request, own))
                : calls.call(request, own);
    }

    /** The call, which is complete once its headers have been collected. */
    private static CompletableFuture<SubgraphResponse> passing(
            CompletableFuture<SubgraphResponse> call,
            SubgraphRequest request,
            PassedResponseHeaders passed,
            ResponseHeaders collected) {
        boolean cacheable = request.kind() == OperationKind.QUERY;
        CompletableFuture<SubgraphResponse> passing = call.whenComplete((response, failure) ->
                passed.collect(response == null ? null : response.headers(), cacheable, collected));
        passing.whenComplete((response, failure) -> {
            if (passing.isCancelled()) {
                call.cancel(false);
            }
        });
        return passing;
    }

    Flux<SubgraphResponse> subscribe(SubgraphRequest request, SharedStreams shared) {
        List<Header> own = ExtraHeaders.addTo(headers.of(request.context()), request);
        return shared.join(request, own, () -> streams.subscribe(request, own));
    }

    /** Closes the connections. Calls in flight fail; subscriptions go on until they end. */
    @Override
    public void close() {
        client.close();
        streamConnections.dispose();
    }
}
