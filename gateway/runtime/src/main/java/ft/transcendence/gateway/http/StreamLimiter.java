package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.network.ClientNetwork;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Limits the streams and WebSockets that callers hold open. Each costs memory for as long as its client likes, which a rate limit
 * does not bound.
 */
@Component
final class StreamLimiter {
    private final Supplier<StreamProperties> limits;
    private final Supplier<RateLimitProperties> rateLimit;
    private final Counts streams = new Counts();
    private final Counts connections = new Counts();

    StreamLimiter(Supplier<StreamProperties> limits, Supplier<RateLimitProperties> rateLimit) {
        this.limits = limits;
        this.rateLimit = rateLimit;
    }

    /** Opens a stream, until the lease is disposed of. Fails with {@link GatewayError#TOO_MANY_STREAMS}. */
    Disposable openStream(CallerIdentity caller, @Nullable InetSocketAddress address) {
        List<Limit> own = new ArrayList<>(3);
        own.add(total());
        if (!rateLimit.get().exempts(caller)) {
            own.add(perAddress(address));
            own.add(perCaller(caller, address));
        }
        return streams.acquire(own);
    }

    /** Opens a WebSocket whose caller is not known yet. */
    Disposable openConnection(@Nullable InetSocketAddress address) {
        return connections.acquire(List.of(total(), perAddress(address)));
    }

    /** Counts a WebSocket for its caller, once known. */
    Disposable identifyConnection(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return connections.acquire(rateLimit.get().exempts(caller) ? List.of() : List.of(perCaller(caller, address)));
    }

    private Limit total() {
        return new Limit("total", limits.get().maxTotal());
    }

    private Limit perAddress(@Nullable InetSocketAddress address) {
        return new Limit("address " + ClientNetwork.of(address), limits.get().maxPerAddress());
    }

    private Limit perCaller(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return new Limit(
                "caller " + RateLimiter.keyOf(caller, address), limits.get().maxPerCaller());
    }

    /** The number of open streams, for tests and metrics. */
    int openStreams() {
        return streams.of("total");
    }

    /** The number of open WebSockets. */
    int openConnections() {
        return connections.of("total");
    }

    private record Limit(String key, int most) {}

    /** Has entries only for keys with something open. */
    private static final class Counts {
        private final Map<String, Integer> open = new HashMap<>();

        synchronized Disposable acquire(List<Limit> limits) {
            for (Limit limit : limits) {
                if (of(limit.key()) >= limit.most()) {
                    throw new GatewayErrorException(GatewayError.TOO_MANY_STREAMS);
                }
            }
            limits.forEach(limit -> open.merge(limit.key(), 1, Integer::sum));
            Disposable lease = () -> release(limits);
            // releases once, however often it is disposed of
            return Disposables.composite(lease);
        }

        private synchronized void release(List<Limit> limits) {
            limits.forEach(limit -> open.computeIfPresent(limit.key(), (key, count) -> count == 1 ? null : count - 1));
        }

        synchronized int of(String key) {
            return open.getOrDefault(key, 0);
        }
    }
}
