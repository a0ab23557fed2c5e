package ft.transcendence.gateway.ratelimit;

import ft.transcendence.gateway.sharedstate.SharedState;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** Makes token buckets: shared ones if gateways share a Redis, else in memory. */
@Component
public final class TokenBucketsFactory implements DisposableBean {
    private final SharedState state;
    private final InstantSource clock;
    private final List<Disposable> made = new CopyOnWriteArrayList<>();

    TokenBucketsFactory(SharedState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    /** Buckets of this gateway alone. */
    public static TokenBuckets inMemory(TokenBuckets.Size size, InstantSource clock) {
        return new LocalTokenBuckets(size, clock);
    }

    /** @param name what the tokens are for, the same in all gateways */
    public TokenBuckets make(String name, TokenBuckets.Size size) {
        LocalTokenBuckets local = new LocalTokenBuckets(size, clock);
        if (!state.isShared()) {
            return local;
        }
        SharedTokenBuckets shared = new SharedTokenBuckets(
                local,
                size,
                state.key("limit:" + name + ":"),
                state.connection(),
                state.properties().timeout(),
                state.properties().synchronizeLimits(),
                Schedulers.parallel());
        made.add(shared);
        return shared;
    }

    /** Forgets buckets that are no longer used. */
    public void release(TokenBuckets buckets) {
        if (buckets instanceof Disposable shared && made.remove(shared)) {
            shared.dispose();
        }
    }

    @Override
    public void destroy() {
        made.forEach(Disposable::dispose);
    }
}
