package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.gateway.cache.ResponseCache;
import ft.transcendence.gateway.client.ReloadedTls;
import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.resilience.SubgraphConditionListener;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.netty.http.HttpResources;

/**
 * Sends the engine's requests to subgraphs over HTTP. It shares the server's event loops, so a response is mostly handled on the
 * thread that received it. It stops after the server, whose requests need it, and before the event loops, which close its
 * connections.
 */
@Component("httpSubgraphTransport")
final class HttpSubgraphTransport implements SubgraphTransport, SmartLifecycle {
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

    private final CurrentSubgraphSettings settings;
    private final SubgraphAddresses addresses;
    private final ForwardedHeaders forwardedHeaders;
    private final ResponseCache cache;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final List<SubgraphConditionListener> listeners;
    private final SharedStreams sharedStreams;
    private final ConcurrentMap<String, SubgraphCondition> conditions = new ConcurrentHashMap<>();
    private final ConcurrentMap<Target, Subgraph> subgraphs = new ConcurrentHashMap<>();
    /** Those of replaced settings, as long as their calls may run. */
    private final Set<Subgraph> retired = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    @Autowired
    HttpSubgraphTransport(
            CurrentSubgraphSettings settings,
            SubgraphAddresses addresses,
            ForwardedHeaders forwardedHeaders,
            ResponseCache cache,
            InstantSource clock,
            List<SubgraphConditionListener> listeners) {
        this(
                settings,
                addresses,
                forwardedHeaders,
                cache,
                clock,
                listeners,
                HttpResources.get().onClient(true));
    }

    /** @param timer waits before retries, and closes the connections of replaced settings */
    HttpSubgraphTransport(
            CurrentSubgraphSettings settings,
            SubgraphAddresses addresses,
            ForwardedHeaders forwardedHeaders,
            ResponseCache cache,
            InstantSource clock,
            List<SubgraphConditionListener> listeners,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.addresses = addresses;
        this.forwardedHeaders = forwardedHeaders;
        this.cache = cache;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
        this.timer = timer;
        SubgraphProperties properties = settings.properties();
        requireUsable(properties);
        this.sharedStreams = new SharedStreams(
                properties.sharedStreams(), properties.maxWaitingEvents().toBytes());
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        return subgraphOf(request).send(request);
    }

    @Override
    public boolean readsEntities() {
        return cache.isEnabled();
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        return JdkFlowAdapter.publisherToFlowPublisher(subgraphOf(request).subscribe(request, sharedStreams));
    }

    private Subgraph subgraphOf(SubgraphRequest request) {
        Target target = Target.of(request);
        Subgraph subgraph = subgraphs.get(target);
        return subgraph == null ? open(target) : subgraph;
    }

    private synchronized Subgraph open(Target target) {
        return subgraphs.computeIfAbsent(target, added -> {
            SubgraphCondition condition = conditionOf(added.subgraph());
            return new Subgraph(planOf(added), condition, cache.of(condition), clock, timer);
        });
    }

    private SubgraphCondition conditionOf(String subgraph) {
        return conditions.computeIfAbsent(subgraph, name -> {
            SubgraphCondition condition = new SubgraphCondition(name);
            listeners.forEach(listener -> listener.called(condition));
            return condition;
        });
    }

    private Subgraph.Plan planOf(Target target) {
        return new Subgraph.Plan(
                target.subgraph(),
                addresses.resolve(target.subgraph(), target.routingUrl()),
                settings.of(target.subgraph()),
                forwardedHeaders.selection());
    }

    /**
     * Replaces the settings. Calls in flight finish on the old ones. Subgraphs whose settings are the same keep their connections;
     * those of the others are closed as soon as no call can be using them.
     */
    synchronized void apply(SubgraphProperties next) {
        requireUsable(next);
        settings.replace(next);
        forwardedHeaders.apply(next);
        sharedStreams.apply(next.sharedStreams(), next.maxWaitingEvents().toBytes());
        subgraphs.forEach((target, present) -> {
            if (!planOf(target).equals(present.plan()) && subgraphs.remove(target, present)) {
                retire(present);
            }
        });
    }

    /** @throws IllegalArgumentException if they name files that cannot be used */
    static void requireUsable(SubgraphProperties properties) {
        properties.all().map(SubgraphSettings::tls).distinct().forEach(ReloadedTls::of);
    }

    private void retire(Subgraph replaced) {
        retired.add(replaced);
        timer.schedule(
                () -> {
                    if (retired.remove(replaced)) {
                        replaced.close();
                    }
                },
                replaced.plan().settings().longestCall().toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        subgraphs.values().forEach(Subgraph::close);
        retired.forEach(Subgraph::close);
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
