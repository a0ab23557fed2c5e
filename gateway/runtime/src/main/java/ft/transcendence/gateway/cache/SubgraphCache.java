package ft.transcendence.gateway.cache;

import ft.transcendence.federation.RequestedEntities;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.cache.Lifetime.Audience;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.RequestHeaders;
import ft.transcendence.gateway.resilience.SubgraphCondition;
import ft.transcendence.gateway.singleflight.SingleFlight;
import java.time.Duration;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cache in front of one subgraph. It asks the subgraph for what is missing, and equal requests at the same time ask once. */
public final class SubgraphCache {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphCache.class);

    /** Equal requests of one epoch. A later one must not get a response that was under way when something was invalidated. */
    private record Flight(CacheKey request, long epoch) {}

    private final String subgraph;
    private final Duration defaultTtl;
    private final Duration maxTtl;
    private final long maxEntrySize;
    private final CacheStore store;
    private final Supplier<TagFormats> formats;
    private final InstantSource clock;
    private final SubgraphCondition condition;
    private final SingleFlight<Flight, SubgraphResponse> flights = new SingleFlight<>();

    /**
     * @param formats those of the current supergraph
     * @param condition counts what was found
     */
    SubgraphCache(
            CacheProperties properties,
            CacheStore store,
            Supplier<TagFormats> formats,
            InstantSource clock,
            SubgraphCondition condition) {
        this.subgraph = condition.subgraph();
        this.defaultTtl = properties.defaultTtlOf(subgraph);
        this.maxTtl = properties.maxTtl();
        this.maxEntrySize = properties.maxEntrySize().toBytes();
        this.store = store;
        this.formats = formats;
        this.clock = clock;
        this.condition = condition;
    }

    /** The headers of responses that it needs, in lower case. */
    public Set<String> headers() {
        return Lifetime.HEADERS;
    }

    /**
     * The response to a query.
     *
     * @param headers those that the subgraph gets from the client
     * @param call asks the subgraph
     */
    public CompletableFuture<SubgraphResponse> answer(
            SubgraphRequest request,
            List<Header> headers,
            Function<SubgraphRequest, CompletableFuture<SubgraphResponse>> call) {
        String token = "";
        // the address: a subgraph may move, and must not be mistaken for the one that was there
        KeyDigest digest = KeyDigest.create().add(subgraph).add(request.url());
        for (Header header : RequestHeaders.identifying(headers)) {
            if (RequestHeaders.isAuthorization(header)) {
                token = header.value();
            } else {
                digest.add(header.name()).add(header.value());
            }
        }
        RequestedEntities entities = request.entities();
        Parts parts =
                entities == null ? new WholeResponse(request, digest) : new EntityParts(request, entities, digest);
        CachedAnswer answer = new CachedAnswer(this, parts, token, call);
        answer.start();
        return answer;
    }

    CacheStore store() {
        return store;
    }

    long now() {
        return clock.millis();
    }

    void count(int found, int missing) {
        condition.foundInCache(found);
        condition.missedInCache(missing);
    }

    Lifetime lifetimeOf(SubgraphResponse response) {
        return response.status() != 200
                ? Lifetime.NONE
                : Lifetime.of(response.headers(), defaultTtl).atMost(maxTtl);
    }

    /** The response of a call for these parts, which is kept before anybody sees it. */
    CompletableFuture<SubgraphResponse> fetch(
            Parts parts,
            BitSet missing,
            String token,
            long epoch,
            Function<SubgraphRequest, CompletableFuture<SubgraphResponse>> call) {
        SubgraphRequest request = parts.request(missing);
        if (epoch == CacheStore.UNKNOWN) {
            return call.apply(request);
        }
        KeyDigest identity = KeyDigest.create();
        for (int part = missing.nextSetBit(0); part >= 0; part = missing.nextSetBit(part + 1)) {
            identity.add(parts.privateKey(part, token).hex());
        }
        return flights.share(new Flight(identity.key(), epoch), () -> {
            CompletableFuture<SubgraphResponse> started = call.apply(request);
            CompletableFuture<SubgraphResponse> kept = started.whenComplete((response, failure) -> {
                if (response != null) {
                    keepIfPossible(parts, missing, token, epoch, response);
                }
            });
            kept.whenComplete((response, failure) -> {
                if (kept.isCancelled()) {
                    started.cancel(false);
                }
            });
            return kept;
        });
    }

    /** A response that cannot be kept is still one. */
    private void keepIfPossible(Parts parts, BitSet missing, String token, long epoch, SubgraphResponse response) {
        try {
            keep(parts, missing, token, epoch, response);
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.error("A response of subgraph {} could not be kept", subgraph, defect);
        }
    }

    private void keep(Parts parts, BitSet missing, String token, long epoch, SubgraphResponse response) {
        Lifetime lifetime = lifetimeOf(response);
        if (lifetime.seconds() == 0 || (lifetime.audience() == Audience.ONE_TOKEN && token.isEmpty())) {
            return;
        }
        Envelope envelope = Envelope.of(response.body());
        List<Parts.Value> values =
                envelope == null || !envelope.isWithoutErrors() ? null : parts.values(missing, envelope, formats.get());
        if (values == null) {
            return;
        }
        long expires = now() + lifetime.seconds() * 1000;
        int index = 0;
        for (int part = missing.nextSetBit(0); part >= 0; part = missing.nextSetBit(part + 1)) {
            Parts.Value value = values.get(index++);
            if (value.tags() != null && value.json().length <= maxEntrySize) {
                CacheKey key = lifetime.audience() == Audience.EVERYBODY
                        ? parts.sharedKey(part)
                        : parts.privateKey(part, token);
                store.keep(
                        key,
                        new Entry(
                                value.json(), lifetime.audience(), lifetime.isStated(), expires, epoch, value.tags()));
            }
        }
    }
}
