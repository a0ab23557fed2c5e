package ft.transcendence.gateway.cache;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.cache.CacheStore.Found;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The response to one request, from what is kept and what the subgraph adds. Cancelling it cancels the call of the subgraph. */
final class CachedAnswer extends CompletableFuture<SubgraphResponse> {
    private static final String CACHE_CONTROL = "cache-control";

    private final SubgraphCache cache;
    private final Parts parts;
    private final String token;
    private final Function<SubgraphRequest, CompletableFuture<SubgraphResponse>> call;

    private volatile @Nullable CompletableFuture<SubgraphResponse> fetch;

    /** @param token of the caller; empty if the subgraph does not get it */
    CachedAnswer(
            SubgraphCache cache,
            Parts parts,
            String token,
            Function<SubgraphRequest, CompletableFuture<SubgraphResponse>> call) {
        this.cache = cache;
        this.parts = parts;
        this.token = token;
        this.call = call;
    }

    void start() {
        List<CacheKey> keys = new ArrayList<>();
        for (int part = 0; part < parts.count(); part++) {
            keys.add(parts.sharedKey(part));
        }
        for (int part = 0; part < parts.count(); part++) {
            keys.add(parts.privateKey(part, token));
        }
        cache.store().find(keys).whenComplete((found, failure) -> {
            try {
                onFound(found);
            } catch (RuntimeException | Error defect) {
                // whatever it is, somebody waits
                completeExceptionally(defect);
            }
        });
    }

    private void onFound(Found found) {
        List<@Nullable Entry> entries = new ArrayList<>(parts.count());
        BitSet missing = new BitSet();
        for (int part = 0; part < parts.count(); part++) {
            Entry shared = found.entries().get(part);
            Entry entry = shared != null ? shared : found.entries().get(part + parts.count());
            entries.add(entry);
            missing.set(part, entry == null);
        }
        int missed = missing.cardinality();
        cache.count(parts.count() - missed, missed);
        if (missed == 0) {
            complete(new SubgraphResponse(200, parts.body(valuesOf(entries)), headers(lifetimeOf(entries))));
            return;
        }
        if (isDone()) {
            return;
        }
        CompletableFuture<SubgraphResponse> fetching = cache.fetch(parts, missing, token, found.epoch(), call);
        fetch = fetching;
        fetching.whenComplete((response, failure) -> {
            if (failure != null) {
                completeExceptionally(failure);
            } else {
                onResponse(entries, missing, response);
            }
        });
        if (isCancelled()) {
            fetching.cancel(false);
        }
    }

    private void onResponse(List<@Nullable Entry> entries, BitSet missing, SubgraphResponse response) {
        try {
            if (missing.cardinality() == parts.count()) {
                complete(response);
            } else {
                complete(entries, missing, response);
            }
        } catch (RuntimeException | Error defect) {
            completeExceptionally(defect);
        }
    }

    private void complete(List<@Nullable Entry> entries, BitSet missing, SubgraphResponse response) {
        Envelope envelope = Envelope.of(response.body());
        byte[] body = envelope == null ? null : body(entries, missing, envelope);
        if (body == null) {
            askForAll();
            return;
        }
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        headers.putAll(headers(lifetimeOf(entries).and(cache.lifetimeOf(response))));
        headers.remove("age");
        complete(new SubgraphResponse(response.status(), body, headers));
    }

    private byte @Nullable [] body(List<@Nullable Entry> entries, BitSet missing, Envelope envelope) {
        List<byte @Nullable []> values = new ArrayList<>(entries.size());
        entries.forEach(entry -> values.add(entry == null ? null : entry.value()));
        if (!envelope.isWithoutErrors()) {
            return parts.body(values, missing, envelope);
        }
        List<Parts.Value> received = parts.values(missing, envelope, TagFormats.NONE);
        if (received == null) {
            return null;
        }
        List<byte[]> all = new ArrayList<>(values.size());
        int index = 0;
        for (byte[] value : values) {
            all.add(value == null ? received.get(index++).json() : value);
        }
        return parts.body(all);
    }

    /** The response for some parts cannot be understood; the engine reports what is wrong with that for all. */
    private void askForAll() {
        BitSet all = new BitSet();
        all.set(0, parts.count());
        CompletableFuture<SubgraphResponse> fetching = call.apply(parts.request(all));
        fetch = fetching;
        fetching.whenComplete((response, failure) -> {
            if (failure != null) {
                completeExceptionally(failure);
            } else {
                complete(response);
            }
        });
        if (isCancelled()) {
            fetching.cancel(false);
        }
    }

    private static List<byte[]> valuesOf(List<@Nullable Entry> entries) {
        List<byte[]> values = new ArrayList<>(entries.size());
        entries.forEach(entry -> values.add(Objects.requireNonNull(entry).value()));
        return values;
    }

    private Lifetime lifetimeOf(List<@Nullable Entry> entries) {
        Lifetime common = null;
        for (Entry entry : entries) {
            if (entry != null) {
                Lifetime own = entry.lifetime(cache.now());
                common = common == null ? own : common.and(own);
            }
        }
        return common == null ? Lifetime.NONE : common;
    }

    private static Map<String, List<String>> headers(Lifetime lifetime) {
        return Map.of(CACHE_CONTROL, List.of(lifetime.header()));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean first = super.cancel(mayInterruptIfRunning);
        CompletableFuture<SubgraphResponse> running = fetch;
        if (first && running != null) {
            running.cancel(false);
        }
        return first;
    }
}
